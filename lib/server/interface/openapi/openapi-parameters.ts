/** The parameters of the public interface in the words of OpenAPI; those that ask something of spaces are made from the table of fields. */
import { BANDWIDTH_METERS } from '#lib/core/domain/bandwidth.ts'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { KINDS } from '#lib/core/domain/entry.ts'
import { FILTER_FIELDS, type FilterField } from '#lib/core/domain/fields/filter-fields.ts'
import { MIN_POINTS } from '#lib/core/geo/areas/groups.ts'
import { MAX_QUERY_LENGTH } from '#lib/core/view/filter.ts'
import { ANALYSIS_LIMITS } from '#lib/server/interface/analysis-query.ts'
import { MAX_ENTRIES_PER_PAGE } from '#lib/server/interface/entries-query.ts'
import { type JsonSchema, toArray } from './json-schema.ts'

export type Parameter = {
  name: string
  in: 'query' | 'path' | 'header'
  description: string
  schema: JsonSchema
  example?: unknown
  required?: true
  style?: 'form'
  explode?: false
}

const toQuery = (name: string, description: string, schema: JsonSchema, example?: unknown): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
  ...(example !== undefined && { example }),
})

/** One or more codes, joined by commas. */
const toCodes = (name: string, description: string, codes: readonly string[]): Parameter => ({
  ...toQuery(
    name,
    description,
    { ...toArray({ type: 'string', enum: codes }), minItems: 1 },
    codes.slice(0, 1),
  ),
  style: 'form',
  explode: false,
})

const toNumber = (name: keyof typeof ANALYSIS_LIMITS, description: string, fallback?: number): Parameter => {
  const [minimum, maximum] = ANALYSIS_LIMITS[name]
  const type = name === 'min_points' ? 'integer' : 'number'
  return toQuery(name, description, { type, minimum, maximum, ...(fallback && { default: fallback }) })
}

const DISCIPLINE = toCodes('discipline', 'Businesses of any of these disciplines.', DISCIPLINES)

export const ENTRIES_PARAMETERS: readonly Parameter[] = [
  toQuery('kind', 'Entries of one kind.', { type: 'string', enum: KINDS }, KINDS[0]),
  DISCIPLINE,
  {
    ...toQuery('district', 'Entries in any of these districts.', toArray({ type: 'string' }), ['Opladen']),
    style: 'form',
    explode: false,
  },
  {
    ...toQuery(
      'bbox',
      'Entries within a box: west, south, east, north in degrees (WGS 84).',
      { ...toArray({ type: 'number' }), minItems: 4, maxItems: 4 },
      [6.9, 51, 7.1, 51.1],
    ),
    style: 'form',
    explode: false,
  },
  toQuery(
    'confirmed_since',
    'Entries that somebody has confirmed on this day or later.',
    { type: 'string', format: 'date' },
    '2026-01-01',
  ),
  toQuery(
    'q',
    'Entries that a search for these words finds.',
    { type: 'string', maxLength: MAX_QUERY_LENGTH },
    'druck',
  ),
  toQuery(
    'limit',
    'At most so many entries.',
    { type: 'integer', minimum: 1, maximum: MAX_ENTRIES_PER_PAGE },
    20,
  ),
  toQuery('offset', 'Leaves out so many entries first.', { type: 'integer', minimum: 0, default: 0 }, 0),
  ...FILTER_FIELDS.flatMap(toSpaceParameters),
]

export const AREAS_QUERY_PARAMETERS: readonly Parameter[] = [
  DISCIPLINE,
  toNumber(
    'eps',
    'How near businesses of one area lie, in metres; sought in the points where it is left out.',
  ),
  toNumber('min_points', 'How many businesses make an area.', MIN_POINTS),
]

export const DENSITY_QUERY_PARAMETERS: readonly Parameter[] = [
  DISCIPLINE,
  toNumber('bandwidth', 'The bandwidth of the kernel in metres.', BANDWIDTH_METERS),
  toNumber('cell', 'The width of a cell in metres; at most a third of the bandwidth.'),
]

export const REFERENCE_PARAMETERS: readonly Parameter[] = [
  {
    name: 'reference',
    in: 'path',
    description: 'The reference of the proposal.',
    schema: { type: 'string' },
    example: 'KZ-7F3K-9QXA',
    required: true,
  },
  {
    ...toQuery('token', 'The token of the link that its sender was given.', { type: 'string' }),
    required: true,
  },
]

export const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Sent again with the same key and body, a proposal is stored once.',
  schema: { type: 'string', maxLength: 200 },
}

/** What the sentences of refusals are written in. */
export const LOCALE: Parameter = toQuery('locale', 'The language of a refusal.', {
  type: 'string',
  enum: ['de', 'en'],
  default: 'de',
})

function toSpaceParameters(field: FilterField): Parameter[] {
  const { parameter, field: row } = field
  const about = `Spaces only. ${row.description}`
  switch (field.kind) {
    case 'range': {
      const [minimum, maximum] = field.bounds
      const type = field.decimals === 0 ? 'integer' : 'number'
      const toEnd = (end: 'min' | 'max', words: string) =>
        toQuery(`${end}_${parameter}`, `${about} ${words}, included.`, { type, minimum, maximum }, minimum)
      return [toEnd('min', 'The least'), toEnd('max', 'The most')]
    }
    case 'flag':
      return [toQuery(parameter, about, { type: 'boolean', enum: [true] }, true)]
    case 'day-by':
      return [
        toQuery(
          parameter,
          `${about} On this day or before.`,
          { type: 'string', format: 'date' },
          row.example,
        ),
      ]
    case 'choices':
      return [toCodes(parameter, about, field.choices)]
  }
}
