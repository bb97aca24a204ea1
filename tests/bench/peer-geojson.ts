/**
 * The peer of the snapshot's points: GeoJSON with the same columns and not one character more than they need. Its number is what
 * addresses an entry, as the rank does in the snapshot.
 */
import type { FeatureCollection, Point } from 'geojson'
import type { Discipline } from '#lib/core/domain/discipline.ts'
import type { EntryState, Kind, SpaceUse } from '#lib/core/domain/entry.ts'
import {
  GRID_PER_DEGREE,
  type PointRow,
  type SnapshotPoints,
  toCategoryByte,
  toKindByte,
  toStateByte,
} from '#lib/core/snapshot/format.ts'
import { toSecondaryMask } from '#tests/support/secondary-mask.ts'

type Columns = { kind: Kind; disciplines: readonly Discipline[]; state: EntryState; use?: SpaceUse | null }
type Collection = FeatureCollection<Point, Columns>

/** Five decimals, as the grid of the snapshot has; in any order, which the numbers keep apart from the rank. */
export function formatPeer(
  rows: readonly PointRow[],
  { order = [...rows.keys()], hasIds = true } = {},
): Uint8Array {
  const round = (degrees: number) => Math.round(degrees * GRID_PER_DEGREE) / GRID_PER_DEGREE
  const collection: Collection = {
    type: 'FeatureCollection',
    features: order.flatMap((rank) => {
      const row = rows[rank]
      if (row?.lng == null || row.lat === null) return []
      const { lng, lat, kind, disciplines, state } = row
      const geometry: Point = { type: 'Point', coordinates: [round(lng), round(lat)] }
      return {
        type: 'Feature',
        ...(hasIds && { id: rank }),
        geometry,
        properties: { kind, disciplines, state },
      }
    }),
  }
  return new TextEncoder().encode(JSON.stringify(collection))
}

/** From its bytes to the arrays that the map draws from. */
export function parsePeer(bytes: Uint8Array): SnapshotPoints {
  const { features } = JSON.parse(new TextDecoder().decode(bytes)) as Collection
  const count = features.length
  const points = {
    count,
    locatedCount: count,
    lng: new Float64Array(count),
    lat: new Float64Array(count),
    kind: new Uint8Array(count),
    discipline: new Uint8Array(count),
    state: new Uint8Array(count),
    secondaryMask: new Uint16Array(count),
  }
  for (const [index, { id, geometry, properties }] of features.entries()) {
    const rank = Number(id ?? index)
    points.lng[rank] = geometry.coordinates[0] ?? Number.NaN
    points.lat[rank] = geometry.coordinates[1] ?? Number.NaN
    points.kind[rank] = toKindByte(properties.kind)
    points.discipline[rank] = toCategoryByte(properties)
    points.state[rank] = toStateByte(properties.state)
    points.secondaryMask[rank] = toSecondaryMask(properties.disciplines)
  }
  return points
}

/** Throws unless both sides hold the same columns; places may differ by the last bits of a double. */
export function assertSamePoints(ours: SnapshotPoints, peer: SnapshotPoints): void {
  if (ours.count !== peer.count || ours.locatedCount !== peer.locatedCount)
    throw new Error(`Ours has ${ours.count} points, the peer ${peer.count}.`)
  for (let rank = 0; rank < ours.count; rank++) {
    for (const axis of ['lng', 'lat'] as const)
      if (Math.abs((ours[axis][rank] ?? Number.NaN) - (peer[axis][rank] ?? Number.NaN)) > 1e-9)
        differ(axis, rank)
    for (const column of ['kind', 'discipline', 'state', 'secondaryMask'] as const)
      if (ours[column][rank] !== peer[column][rank]) differ(column, rank)
  }
}

function differ(column: string, rank: number): never {
  throw new Error(`The two sides differ in ${column} at ${rank}.`)
}
