/** Rows that are no entries: street addresses for geocoding, context places for scores, districts. */
import { z } from 'zod'
import type { CheckContext } from './check-row.ts'
import { classifyTags } from './classify.ts'
import { readTextCell } from './fields.ts'
import { toImportMessage } from './import-messages.ts'
import { toHash, toRef } from './name.ts'
import { OSM_RULES } from './osm-table.ts'
import { toHouseNumber } from './parse-address.ts'
import { parseCoordinates, toLngLat } from './position.ts'
import { type RawRow, RowFault, type Skip } from './row.ts'

export type SurroundingRow = { ref: string } & Record<string, unknown>

const position = z.tuple([z.number(), z.number()]).rest(z.number())
const ring = z
  .array(position)
  .min(4)
  .refine((points) => String(points[0]) === String(points.at(-1)))
const multipolygon = z.array(z.array(ring).min(1)).min(1)
type Ring = z.infer<typeof ring>

type Context = Pick<CheckContext, 'profile' | 'box'>

/**
 * An address from `addr:*` tags or from the columns street, house_number, postcode, place; the street may be missing, the number
 * may not. Throws a RowFault for a row whose place is missing or wrong.
 */
export function toAddress(raw: RawRow, { profile, box }: Context): SurroundingRow | Skip {
  const read = (column: 'street' | 'house_number' | 'postcode' | 'place', tag: string) =>
    readTextCell(column, raw.fields[tag] ?? raw.fields[profile.columns[column] ?? column], 200)
  const houseNumber = toHouseNumber(read('house_number', 'addr:housenumber'))
  if (!houseNumber) return { skip: toImportMessage('notes.no-house-number') }
  const street =
    read('street', 'addr:street') || readTextCell('street', raw.fields['addr:place'], 200) || null
  const postcode = read('postcode', 'addr:postcode') || null
  const place = read('place', 'addr:city') || null
  const position = requirePosition(raw, { profile, box })
  return {
    ref: identify(raw, [street, houseNumber, postcode, place, position.lng, position.lat]),
    street,
    house_number: houseNumber,
    postcode,
    place,
    ...position,
  }
}

/** A station, cafe or place of culture, by the table's rows marked `context`; raw tags or OpenMapTiles' subclass. */
export function toContext(raw: RawRow, { profile, box }: Context): SurroundingRow | Skip {
  const subclass = raw.fields.subclass
  const kind =
    profile.reads === 'omt'
      ? OSM_RULES.find(({ entry, value }) => entry === 'context' && value === subclass)?.value
      : findContextTag(raw.fields)
  if (!kind) return { skip: toImportMessage('notes.no-context-place') }
  const position = requirePosition(raw, { profile, box })
  const name = readTextCell('name', raw.fields.name, 200) || null
  return { ref: identify(raw, [kind, name, position.lng, position.lat]), kind, name, ...position }
}

/** A district's polygons as EWKT; refuses other geometries and rows without a name. */
export function toDistrict(raw: RawRow, { profile, box }: Context): SurroundingRow | Skip {
  const name = readTextCell('name', raw.fields[profile.columns.name ?? 'name'], 100)
  if (!name) throw new RowFault('name', 'district-nameless')
  const polygons = multipolygon.safeParse(raw.polygons)
  if (!polygons.success) throw new RowFault('geometry', 'no-polygon')
  const formatRing = (ring: Ring) => {
    const points = ring.map(([x, y]) => toLngLat([x, y], profile.projection, box))
    return `(${points.map(({ lng, lat }) => `${lng} ${lat}`).join(',')})`
  }
  const parts = polygons.data.map((rings) => `(${rings.map(formatRing).join(',')})`)
  return { ref: name, name, boundary: `SRID=4326;MULTIPOLYGON(${parts.join(',')})` }
}

/** What names a row that brings no id of its own: all that it says. */
function identify({ id }: RawRow, content: unknown[]): string {
  return id === undefined ? toHash(content.join('|')).slice(0, 32) : toRef(id)
}

function findContextTag(fields: Readonly<Record<string, string>>): string | undefined {
  const found = classifyTags(fields)
  return found.entry === 'context' ? found.tag.split('=')[1] : undefined
}

function requirePosition(raw: RawRow, { profile, box }: Context) {
  const { columns } = profile
  const corner =
    raw.position === undefined
      ? parseCoordinates(raw.fields[columns.lng ?? 'lng'], raw.fields[columns.lat ?? 'lat'])
      : raw.position
  if (!corner) throw new RowFault('lng, lat', 'no-place')
  return toLngLat(corner, profile.projection, box)
}
