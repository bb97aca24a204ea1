/** Reads a FeatureCollection feature by feature: properties become fields, a geometry the middle of its box. */
import { z } from 'zod'
import { type Text, toImportMessage } from '#lib/server/import/import-messages.ts'
import { type RawRow, RowFault } from '#lib/server/import/row.ts'
import type { Watch } from './file-text.ts'
import { readArray } from './json.ts'

const feature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.looseObject({ type: z.string(), coordinates: z.unknown().optional() }).nullish(),
})

const NO_FEATURE = new RowFault(toImportMessage('places.whole-feature'), 'no-feature')

/** Rows are named by their place in the file, from 1. */
export async function* readGeojson(file: string, encoding: string, watch: Watch): AsyncGenerator<RawRow> {
  let count = 0
  for await (const value of readArray(file, 'features', encoding, watch)) {
    count += 1
    yield toRow(value, toImportMessage('places.feature', { number: count }))
  }
}

function toRow(value: unknown, at: Text): RawRow {
  const parsed = feature.safeParse(value)
  if (!parsed.success) return { at, fields: {}, fault: NO_FEATURE }
  const { id, properties, geometry } = parsed.data
  const fields = toFields(properties ?? {})
  const known = id ?? fields['@id']
  const row: RawRow = { at, fields, position: null }
  if (known !== undefined && known !== '') row.id = String(known)
  if (!geometry) return row
  const { type, coordinates } = geometry
  row.position = middleOf(coordinates)
  if (!row.position) row.fault = new RowFault('geometry', 'no-geometry', { type })
  if (type === 'Polygon') row.polygons = [coordinates]
  if (type === 'MultiPolygon') row.polygons = coordinates
  return row
}

/** Texts and numbers as text; tags may lie flat or, as some exporters write them, below `tags`. */
function toFields(properties: Record<string, unknown>): Record<string, string> {
  const fields: Record<string, string> = Object.create(null)
  const { tags } = properties
  const nested = typeof tags === 'object' && tags !== null ? (tags as Record<string, unknown>) : {}
  for (const [key, value] of [...Object.entries(properties), ...Object.entries(nested)]) {
    if (typeof value === 'string') fields[key] = value
    else if (typeof value === 'number' || typeof value === 'boolean') fields[key] = String(value)
    else if (Array.isArray(value)) fields[key] = value.filter((item) => typeof item === 'string').join(';')
  }
  return fields
}

/** The middle of the box around all coordinates, however deep they lie; null where there are none. */
function middleOf(coordinates: unknown): [number, number] | null {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number]
  visit(coordinates, box)
  return Number.isFinite(box[0]) ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : null
}

function visit(coordinates: unknown, box: [number, number, number, number]): void {
  if (!Array.isArray(coordinates)) return
  const [x, y] = coordinates
  if (typeof x === 'number' && typeof y === 'number') {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  } else for (const inner of coordinates) visit(inner, box)
}
