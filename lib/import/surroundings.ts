/** Rows that are no entries: street addresses for geocoding, context places for scores, districts. */

import type { CheckContext } from './check.ts'
import { classifyTags } from './classify.ts'
import { parseText } from './fields.ts'
import { toHash } from './name.ts'
import { OSM_RULES } from './osm-table.ts'
import { parseCoordinates, toLngLat } from './position.ts'
import { type RawRow, RowFault, type Skip } from './row.ts'

export type SurroundingRow = { ref: string } & Record<string, unknown>

/** An address from `addr:*` tags or from the columns street, house_number, postcode, place; `toLngLat` says where it must lie. */
export function toAddress(raw: RawRow, { profile, box }: CheckContext): SurroundingRow | Skip {
  const read = (column: 'street' | 'house_number' | 'postcode' | 'place', tag: string) =>
    parseText(column, raw.fields[tag] ?? raw.fields[profile.columns[column] ?? column], 200)
  const street = read('street', 'addr:street') || parseText('street', raw.fields['addr:place'], 200)
  const houseNumber = read('house_number', 'addr:housenumber')
  if (!street || !houseNumber) return { skip: 'no street and house number' }
  const postcode = read('postcode', 'addr:postcode') || null
  const place = read('place', 'addr:city') || null
  const position = requirePosition(raw, { profile, box })
  return {
    ref: raw.id ?? toHash([street, houseNumber, postcode, place].join('|')).slice(0, 32),
    street,
    house_number: houseNumber,
    postcode,
    place,
    ...position,
  }
}

/** A station, cafe or place of culture, by the table's rows marked `context`; raw tags or OpenMapTiles' subclass. */
export function toContext(raw: RawRow, { profile, box }: CheckContext): SurroundingRow | Skip {
  const subclass = raw.fields.subclass
  const kind =
    profile.reads === 'omt'
      ? OSM_RULES.find(({ entry, value }) => entry === 'context' && value === subclass)?.value
      : findContextTag(raw.fields)
  if (!kind) return { skip: 'no context place' }
  const position = requirePosition(raw, { profile, box })
  const name = parseText('name', raw.fields.name, 200) || null
  const ref = raw.id ?? toHash([kind, name, position.lng, position.lat].join('|')).slice(0, 32)
  return { ref, kind, name, ...position }
}

/** A district's polygons as EWKT; refuses other geometries and rows without a name. */
export function toDistrict(raw: RawRow, { profile, box }: CheckContext): SurroundingRow | Skip {
  const name = parseText('name', raw.fields[profile.columns.name ?? 'name'], 100)
  if (!name) throw new RowFault('name', 'the district has no name', 'give it the property "name"')
  if (!raw.polygons)
    throw new RowFault('geometry', 'this is no polygon', 'export districts as Polygon or MultiPolygon')
  const rings = raw.polygons.map((polygon) => `(${polygon.map((ring) => formatRing(ring)).join(',')})`)
  return { ref: name, name, boundary: `SRID=4326;MULTIPOLYGON(${rings.join(',')})` }

  function formatRing(ring: number[][]): string {
    if (ring.length < 4) throw new RowFault('geometry', 'a ring has fewer than four points', 'close the ring')
    const points = ring.map(([x = Number.NaN, y = Number.NaN]) => toLngLat([x, y], profile.projection, box))
    return `(${points.map(({ lng, lat }) => `${lng} ${lat}`).join(',')})`
  }
}

function findContextTag(fields: Readonly<Record<string, string>>): string | undefined {
  const found = classifyTags(fields)
  return found.entry === 'context' ? found.tag.split('=')[1] : undefined
}

function requirePosition(raw: RawRow, { profile, box }: Pick<CheckContext, 'profile' | 'box'>) {
  const { columns } = profile
  const corner =
    raw.position === undefined
      ? parseCoordinates(raw.fields[columns.lng ?? 'lng'], raw.fields[columns.lat ?? 'lat'])
      : raw.position
  if (!corner) throw new RowFault('lng, lat', 'the place has no coordinates', 'give lng and lat')
  return toLngLat(corner, profile.projection, box)
}
