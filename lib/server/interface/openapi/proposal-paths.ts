/** The addresses of the public interface that take proposals and photos. */
import { PHOTO_TYPES } from '#lib/core/domain/photo.ts'
import { toReference } from './json-schema.ts'
import { toContent, toJsonAnswer, toProblemAnswer } from './openapi-answers.ts'
import { IDEMPOTENCY_KEY, LOCALE, REFERENCE_PARAMETERS } from './openapi-parameters.ts'
import { PROPOSAL_EXAMPLE, STATUS_EXAMPLE, TAKEN_EXAMPLE } from './proposal-schemas.ts'

const UNAVAILABLE = toProblemAnswer('The register does not answer.', 'Problem', undefined, true)
const TOO_OFTEN = toProblemAnswer('Too much has come from this address.', 'FieldProblem', undefined, true)
const TOO_LARGE = toProblemAnswer('The body is too large.', 'FieldProblem')
const FAULTY = toProblemAnswer('Fields cannot be taken; every one is named with its cure.', 'FieldProblem')

export const PROPOSAL_PATHS = {
  '/api/v1/challenge': {
    get: {
      operationId: 'issueChallenge',
      summary: 'A challenge to be solved for a proposal.',
      responses: {
        200: toJsonAnswer('The challenge; it counts once, for a quarter of an hour.', 'Challenge'),
      },
    },
  },
  '/api/v1/photos': {
    post: {
      operationId: 'sendPhoto',
      summary: 'Takes in a photo, so that a proposal can name it within a day.',
      parameters: [LOCALE],
      requestBody: {
        required: true,
        content: Object.fromEntries(PHOTO_TYPES.split(',').map((type) => [type, toContent({})])),
      },
      responses: {
        201: toJsonAnswer('The id of the photo.', 'TakenPhoto'),
        400: FAULTY,
        413: TOO_LARGE,
        429: TOO_OFTEN,
        503: UNAVAILABLE,
      },
    },
  },
  '/api/v1/proposals': {
    post: {
      operationId: 'propose',
      summary: 'Takes a proposal: a new entry, a change, an objection or an end. A moderator decides.',
      parameters: [IDEMPOTENCY_KEY],
      requestBody: {
        required: true,
        content: { 'application/json': toContent(toReference('Proposal'), PROPOSAL_EXAMPLE) },
      },
      responses: {
        201: toJsonAnswer('It is stored.', 'TakenProposal', TAKEN_EXAMPLE, true),
        400: FAULTY,
        409: toProblemAnswer('Another proposal came under the same Idempotency-Key.', 'Problem'),
        413: TOO_LARGE,
        428: toProblemAnswer('A proof of work or a mail address is needed.', 'Problem'),
        429: TOO_OFTEN,
        503: UNAVAILABLE,
      },
    },
  },
  '/api/v1/proposals/{reference}': {
    get: {
      operationId: 'readProposal',
      summary: 'How a proposal stands, by the link that its sender was given.',
      parameters: REFERENCE_PARAMETERS,
      responses: {
        200: toJsonAnswer('How it stands.', 'ProposalStatus', STATUS_EXAMPLE),
        404: toProblemAnswer('There is no such proposal, or the token is another.', 'Problem'),
        503: UNAVAILABLE,
      },
    },
  },
}
