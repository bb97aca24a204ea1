/** Answers of the public interface in the words of OpenAPI: what they hold, their headers, and the problems that any address may answer. */
import { PROBLEM_EXAMPLE } from './answer-schemas.ts'
import { type JsonSchema, toReference } from './json-schema.ts'

type Content = Record<string, { schema: JsonSchema; example?: unknown }>
export type OpenApiAnswer = {
  description: string
  headers?: Record<string, { description: string; schema: JsonSchema }>
  content?: Content
}

const ETAG = {
  ETag: {
    description: 'Changes when the answer would. Send it as If-None-Match.',
    schema: { type: 'string' },
  },
}
const ATTACHMENT = {
  'Content-Disposition': { description: 'A name to keep the file under.', schema: { type: 'string' } },
}
const RETRY_AFTER = {
  'Retry-After': { description: 'After how many seconds to ask again.', schema: { type: 'string' } },
}
const LOCATION = {
  Location: { description: 'Where the proposal is seen again.', schema: { type: 'string', format: 'uri' } },
}

/** An answer from the register: 304 where it has not changed, 503 where the register does not answer. */
export function toRegisterAnswers(description: string, content: Content, isFile = false) {
  return {
    200: { description, headers: { ...ETAG, ...(isFile && ATTACHMENT) }, content },
    304: { description: 'Nothing has changed since the answer with this ETag.', headers: ETAG },
    400: toProblemAnswer(
      'A parameter cannot be used; every one is named.',
      'ParameterProblem',
      PROBLEM_EXAMPLE,
    ),
    503: toProblemAnswer('The register does not answer.', 'Problem', undefined, true),
  } satisfies Record<number, OpenApiAnswer>
}

export function toProblemAnswer(
  description: string,
  schema: 'Problem' | 'ParameterProblem' | 'FieldProblem',
  example?: unknown,
  hasRetry = false,
): OpenApiAnswer {
  return {
    description,
    ...(hasRetry && { headers: RETRY_AFTER }),
    content: { 'application/problem+json': toContent(toReference(schema), example) },
  }
}

export function toJsonAnswer(description: string, schema: string, example?: unknown, isCreated = false) {
  return {
    description,
    ...(isCreated && { headers: LOCATION }),
    content: { 'application/json': toContent(toReference(schema), example) },
  } satisfies OpenApiAnswer
}

export function toContent(schema: JsonSchema, example?: unknown): Content[string] {
  return { schema, ...(example !== undefined && { example }) }
}
