/** The places that a mask lets through. */
import { KINDS, type Kind } from '#lib/core/domain/entry.ts'
import type { SnapshotPoints } from '#lib/core/snapshot/format.ts'

/** Degrees (WGS 84) in the order of the ranks. */
export type PickedPlaces = { ranks: Int32Array; lng: Float64Array; lat: Float64Array }

/** Entries of a kind that have a shown place and a bit in the mask; one pass, for it runs while somebody waits. */
export function pickPlaces(
  points: Pick<SnapshotPoints, 'locatedCount' | 'kind' | 'lng' | 'lat'>,
  mask: Uint8Array,
  kind: Kind,
): PickedPlaces {
  const byte = KINDS.indexOf(kind)
  const all = new Int32Array(points.locatedCount)
  let count = 0
  for (let rank = 0; rank < points.locatedCount; rank++)
    if (mask[rank] && points.kind[rank] === byte) all[count++] = rank
  const ranks = all.slice(0, count)
  const lng = new Float64Array(count)
  const lat = new Float64Array(count)
  for (let place = 0; place < count; place++) {
    const rank = ranks[place] ?? 0
    lng[place] = points.lng[rank] ?? 0
    lat[place] = points.lat[rank] ?? 0
  }
  return { ranks, lng, lat }
}
