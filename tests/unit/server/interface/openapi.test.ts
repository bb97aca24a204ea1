/** The description of the public interface: valid, complete, and true of what the handlers answer. */
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { readCity } from '#lib/server/city.ts'
import { issueChallenge } from '#lib/server/guard/proof-of-work.ts'
import { answerAreas, answerDensity } from '#lib/server/interface/analysis-answers.ts'
import {
  AREAS_PARAMETERS,
  DENSITY_PARAMETERS,
  parseDensityQuery,
} from '#lib/server/interface/analysis-query.ts'
import { respondToParameters, respondToQuery } from '#lib/server/interface/api-response.ts'
import { describeInterface } from '#lib/server/interface/describe-interface.ts'
import { streamGeoJson, toEntryCollection } from '#lib/server/interface/entries-geojson.ts'
import { PARAMETERS, parseEntriesQuery } from '#lib/server/interface/entries-query.ts'
import { OPENAPI, OPENAPI_FILE } from '#lib/server/interface/openapi/describe-openapi.ts'
import {
  AREAS_QUERY_PARAMETERS,
  DENSITY_QUERY_PARAMETERS,
  ENTRIES_PARAMETERS,
} from '#lib/server/interface/openapi/openapi-parameters.ts'
import { selectEntries } from '#lib/server/interface/select-entries.ts'
import { parseProposal } from '#lib/server/proposals/parse-proposal.ts'
import { toFieldFaultsResponse, toResultResponse } from '#lib/server/proposals/proposal-response.ts'
import { toGround } from '#lib/server/published/planning-cache.ts'
import { toBarePlanning } from '#tests/support/bare-planning.ts'
import { inventSnapshot } from '#tests/support/register.ts'

const ROOT = resolve(import.meta.dirname, '../../../..')
const ajv = new Ajv2020({ strict: false, allErrors: true, schemas: [{ $id: 'openapi', ...OPENAPI }] })
addFormats.default(ajv)

/** Faults of a value by a named schema. */
function check(schema: string, value: unknown): unknown[] {
  return checkBy({ $ref: `openapi#/components/schemas/${schema}` }, value)
}
function checkBy(schema: object, value: unknown): unknown[] {
  const validate = ajv.compile(schema)
  return validate(JSON.parse(JSON.stringify(value))) ? [] : (validate.errors ?? [])
}
/** References inside the document, as the document's own. */
const toAbsolute = (schema: unknown): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components'))

const propertiesOf = (schema: object) =>
  (schema as { properties: Record<string, { examples?: unknown[] }> }).properties

const snapshot = await inventSnapshot(300, 4)
const select = (search: string) => {
  const { query } = parseEntriesQuery(new URLSearchParams(search))
  if (!query) throw new Error(`The address is refused: ${search}`)
  return selectEntries(snapshot, query)
}
const AREAS = { disciplines: [], epsMeters: 1500, minPoints: 5 }
const operations = Object.entries(OPENAPI.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Record<string, unknown>>).map(([method, operation]) => ({
    path,
    method,
    operation,
  })),
)

test('the description is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(OPENAPI_FILE.text))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
})

test('every route is described, with its methods, and no other', () => {
  const files = readdirSync(join(ROOT, 'app/api/v1'), { recursive: true, encoding: 'utf8' })
  const routes = files
    .filter((file) => file.endsWith('route.ts') && !file.startsWith('openapi.json'))
    .map((file) =>
      `/api/v1/${file.replace(/\/?route\.ts$/, '')}`.replace(/\/$/, '').replace(/\[(\w+)\]/, '{$1}'),
    )
  expect(Object.keys(OPENAPI.paths).sort()).toEqual(routes.sort())
  expect(existsSync(join(ROOT, 'app/api/v1/openapi.json/route.ts'))).toBe(true)
})

test('every parameter that the readers know is described, and no other', () => {
  const names = (parameters: readonly { name: string }[]) => parameters.map(({ name }) => name).sort()
  expect(names(ENTRIES_PARAMETERS)).toEqual(PARAMETERS.toSorted())
  expect(names(AREAS_QUERY_PARAMETERS)).toEqual(AREAS_PARAMETERS.toSorted())
  expect(names(DENSITY_QUERY_PARAMETERS)).toEqual(DENSITY_PARAMETERS.toSorted())
})

test('the example of each parameter is what its schema and the readers take', () => {
  for (const { name, schema, example } of ENTRIES_PARAMETERS) {
    expect(checkBy(toAbsolute(schema), example), name).toEqual([])
    expect(parseEntriesQuery(new URLSearchParams({ [name]: String(example) })).faults, name).toEqual([])
  }
})

test('each example is what its schema describes', () => {
  const contents = operations.flatMap(({ path, operation }) => {
    const { responses, requestBody } = operation as {
      responses: Record<string, { content?: object }>
      requestBody?: { content: object }
    }
    const all = [...Object.values(responses), ...(requestBody ? [requestBody] : [])]
    return all.flatMap(({ content }) => Object.values(content ?? {}).map((one) => ({ path, ...one })))
  })
  const withExample = contents.filter(({ example }) => example !== undefined)
  expect(withExample.length).toBeGreaterThan(10)
  for (const { path, schema, example } of withExample)
    expect(checkBy(toAbsolute(schema), example), path).toEqual([])
  const properties = propertiesOf(OPENAPI.components.schemas.EntryProperties)
  for (const [name, schema] of Object.entries(properties))
    expect(checkBy(schema, schema.examples?.[0]), name).toEqual([])
})

test('the examples of a proposal are what its readers take', () => {
  const properties = propertiesOf(OPENAPI.components.schemas.Proposal)
  const proposed = Object.entries(properties).filter(([, { examples }]) => examples)
  expect(proposed.length).toBeGreaterThan(20)
  for (const [name, { examples = [] }] of proposed) {
    const kind = name === 'disciplines' ? 'business' : 'space'
    const { faults } = parseProposal(
      { type: 'change', target: 'laden', kind, [name]: examples[0] },
      readCity().countryBox,
    )
    expect(faults, name).toEqual([])
  }
})

describe('what the handlers answer is what is described', () => {
  test('entries', async () => {
    expect(check('EntryCollection', toEntryCollection(select('limit=200')))).toEqual([])
    const file = await new Response(streamGeoJson(select('kind=space'), snapshot.sources)).json()
    expect(check('EntryExport', file)).toEqual([])
    expect(file.features.length).toBeGreaterThan(50)
  })

  test('a wrong answer would be noticed', () => {
    const collection = JSON.parse(JSON.stringify(toEntryCollection(select('limit=1'))))
    const [feature] = collection.features
    expect(check('EntryFeature', { ...feature, geometry: { type: 'Point', coordinates: [7] } })).not.toEqual(
      [],
    )
    expect(check('EntryProperties', { ...feature.properties, kind: 'shop' })).not.toEqual([])
    const { name: _, ...nameless } = feature.properties
    expect(check('EntryProperties', nameless)).not.toEqual([])
    expect(check('Proposal', { storey: 'EG' })).not.toEqual([])
  })

  test('the front page, areas, density and refusals', async () => {
    expect(check('Interface', describeInterface(snapshot))).toEqual([])
    const request = (search: string) => new Request(`http://127.0.0.1/api/v1/density.geojson${search}`)
    const ask = (search: string) =>
      respondToParameters(request(search), async () => snapshot, parseDensityQuery, answerDensity)
    expect(check('DensityCollection', await (await ask('?bandwidth=2000&cell=600')).json())).toEqual([])
    expect(check('ParameterProblem', await (await ask('?cell=x')).json())).toEqual([])
    const areas = await answerAreas(snapshot, AREAS, toGround(toBarePlanning(snapshot))).json()
    expect(check('AreaCollection', areas)).toEqual([])
    expect(areas.features.length).toBeGreaterThan(0)
    const refused = await respondToQuery(
      request('?limit=x&page=2'),
      async () => snapshot,
      () => new Response(),
    )
    expect(check('ParameterProblem', await refused.json())).toEqual([])
  })

  test('proposals', async () => {
    const result = {
      outcome: 'stored',
      reference: 'KZ-7F3K-9QXA',
      statusPath: '/de/x',
      awaitsConfirmation: false,
    } as const
    const taken = toResultResponse(result, 'de', 'https://karte.example', 'Leverkusen')
    expect([taken.status, check('TakenProposal', await taken.json())]).toEqual([201, []])
    for (const outcome of ['conflict', 'proof-needed', 'unknown-entry', 'unknown-photo'] as const) {
      const answer = toResultResponse({ outcome }, 'en', 'https://karte.example', null)
      expect(check('FieldProblem', await answer.json()), outcome).toEqual([])
      expect(OPENAPI.paths['/api/v1/proposals'].post.responses).toHaveProperty(String(answer.status))
    }
    const faulty = toFieldFaultsResponse([{ field: 'area_m2', code: 'no-number' }], 'de')
    expect(check('FieldProblem', await faulty.json())).toEqual([])
    expect(check('Challenge', await issueChallenge('a secret of a test'))).toEqual([])
  })
})
