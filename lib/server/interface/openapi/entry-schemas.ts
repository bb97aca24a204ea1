/** Entries as the public interface gives them, made from the table of fields. */
import { KINDS } from '#lib/core/domain/entry.ts'
import { type FieldWith, isOfKind, listFieldsWith } from '#lib/core/domain/fields/all-fields.ts'
import { toArray, toFieldSchema, toObject, toReference } from './json-schema.ts'

/** What stands in the geometry and in the id of a feature. */
const OUTSIDE = ['id', 'lng', 'lat']

const PROPERTIES = listFieldsWith('published').filter(({ key }) => !OUTSIDE.includes(key))
const EXAMPLE_KIND = KINDS[1]

const POSITION = {
  type: 'array',
  prefixItems: [{ type: 'number' }, { type: 'number' }],
  minItems: 2,
  maxItems: 2,
}

export const ENTRY_SCHEMAS = {
  EntryProperties: toObject(
    Object.fromEntries(PROPERTIES.map((field) => [field.key, toFieldSchema(field, !field.isAlwaysKnown)])),
  ),
  EntryFeature: toObject({
    type: { const: 'Feature' },
    id: { type: 'string' },
    geometry: {
      description: 'A point in WGS 84, longitude first; null where the place is not shown.',
      oneOf: [toObject({ type: { const: 'Point' }, coordinates: POSITION }), { type: 'null' }],
    },
    properties: toReference('EntryProperties'),
  }),
  EntryCollection: toObject({
    type: { const: 'FeatureCollection' },
    numberMatched: { type: 'integer', minimum: 0, description: 'How many entries match in all.' },
    numberReturned: { type: 'integer', minimum: 0, description: 'How many of them are in this answer.' },
    features: toArray(toReference('EntryFeature')),
  }),
  Source: toObject({
    key: { type: 'string' },
    title: { type: 'string' },
    license: { type: 'string' },
    licenseUrl: { type: ['string', 'null'], format: 'uri' },
    attribution: { type: 'string', description: 'Whom the licence asks to name.' },
    retrievedOn: { type: ['string', 'null'], format: 'date' },
    demonstration: { type: 'boolean' },
  }),
  EntryExport: {
    allOf: [toReference('EntryCollection'), toObject({ licenses: toArray(toReference('Source')) })],
  },
} as const

const FEATURE_EXAMPLE = {
  type: 'Feature',
  id: exampleOf('id'),
  geometry: { type: 'Point', coordinates: [exampleOf('lng'), exampleOf('lat')] },
  properties: Object.fromEntries(PROPERTIES.map((field) => [field.key, toExample(field)])),
}

export const COLLECTION_EXAMPLE = {
  type: 'FeatureCollection',
  numberMatched: 1,
  numberReturned: 1,
  features: [FEATURE_EXAMPLE],
}

/** The example is a space: what only businesses have is empty. */
function toExample(field: FieldWith<'published'>): unknown {
  if (isOfKind(field, EXAMPLE_KIND)) return field.example
  return Array.isArray(field.example) ? [] : null
}

function exampleOf(name: string): unknown {
  return listFieldsWith('published').find((field) => field.name === name)?.example
}
