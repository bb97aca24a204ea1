/** What the public interface answers besides entries and proposals: problems, the analyses and its own front page. */
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { KINDS } from '#lib/core/domain/entry.ts'
import { type JsonSchema, toArray, toObject, toReference } from './json-schema.ts'

const COUNT = { type: 'integer', minimum: 0 }
const ADDRESS = { type: 'string', pattern: '^/api/v1' }
const countsOf = (codes: readonly string[]): JsonSchema =>
  toObject(Object.fromEntries(codes.map((code) => [code, COUNT])))

const PROBLEM_MEMBERS = {
  type: { type: 'string', format: 'uri-reference' },
  title: { type: 'string' },
  status: { type: 'integer', minimum: 400, maximum: 599 },
  detail: { type: 'string' },
}

export const ANSWER_SCHEMAS = {
  Problem: { ...toObject(PROBLEM_MEMBERS), description: 'What went wrong, and the cure (RFC 9457).' },
  ParameterProblem: {
    allOf: [
      toReference('Problem'),
      toObject({ errors: toArray(toObject({ parameter: { type: 'string' }, detail: { type: 'string' } })) }),
    ],
  },
  FieldProblem: {
    allOf: [
      toReference('Problem'),
      toObject(
        {
          errors: toArray(
            toObject({ field: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } }),
          ),
        },
        [],
      ),
    ],
  },
  AreaCollection: toObject({
    type: { const: 'FeatureCollection' },
    parameters: {
      ...toObject({
        version: { type: 'string' },
        today: { type: 'string', format: 'date', description: 'The day that the facts count from.' },
        discipline: toArray({ type: 'string', enum: DISCIPLINES }),
        epsMeters: { type: 'number' },
        minPoints: { type: 'integer' },
        isEpsSuggested: { type: 'boolean' },
        withoutPlace: COUNT,
      }),
      description: 'What the areas were made with.',
    },
    features: toArray(
      toObject({
        type: { const: 'Feature' },
        geometry: toObject({ type: { enum: ['Polygon', 'MultiPolygon'] }, coordinates: { type: 'array' } }),
        properties: {
          ...toObject({ near: { type: ['string', 'null'] } }),
          description: 'The facts of the area. An unknown fact is null.',
        },
      }),
    ),
  }),
  DensityCollection: toObject({
    type: { const: 'FeatureCollection' },
    parameters: toObject({
      version: { type: 'string' },
      discipline: toArray({ type: 'string', enum: DISCIPLINES }),
      bandwidthMeters: { type: 'number' },
      cellMeters: { type: 'number' },
      suggestedBandwidthMeters: { type: ['number', 'null'] },
      unit: { type: 'string' },
      withoutPlace: COUNT,
    }),
    features: toArray(
      toObject({
        type: { const: 'Feature' },
        geometry: toObject({ type: { const: 'Polygon' }, coordinates: { type: 'array' } }),
        properties: { type: 'object' },
      }),
    ),
  }),
  Interface: toObject({
    version: { type: 'string' },
    demonstration: { type: 'boolean', description: 'Whether all entries are invented.' },
    openapi: ADDRESS,
    entries: toObject({ geojson: ADDRESS, csv: ADDRESS, geojsonExport: ADDRESS }),
    analyses: { type: 'object' },
    limits: { type: 'object' },
    licenses: toArray(toReference('Source')),
    counts: toObject({
      entries: COUNT,
      located: COUNT,
      byKind: countsOf(KINDS),
      byDiscipline: countsOf(DISCIPLINES),
      byPrimaryDiscipline: countsOf(DISCIPLINES),
      byDistrict: toArray(toObject({ district: { type: ['string', 'null'] }, entries: COUNT })),
    }),
  }),
} as const

export const PROBLEM_EXAMPLE = {
  type: 'about:blank',
  title: 'The parameters cannot be used',
  status: 400,
  detail: 'limit: Use a whole number from 1 to 500.',
  errors: [{ parameter: 'limit', detail: 'Use a whole number from 1 to 500.' }],
}
