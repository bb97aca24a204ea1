/** How marks move from one set to the next, so that one sees what became of what when the zoom changes. */
import type { MapItem } from './map-clusters.ts'

/** A mark on its way; degrees (WGS 84). */
export type MarkPath = { item: MapItem; from: [lng: number, lat: number]; to: [lng: number, lat: number] }

/**
 * Where a set splits, the new marks come out of the old ones; where it merges, the old ones go into the new. `count` is the
 * number of entries of the snapshot; a mark with no counterpart stays where it is.
 */
export function pathsBetween(
  before: readonly MapItem[],
  after: readonly MapItem[],
  count: number,
): MarkPath[] {
  const isSplitting = after.length >= before.length
  const [moving, standing] = isSplitting ? [after, before] : [before, after]
  const ownerOfRank = new Int32Array(count)
  for (const [at, { ranks }] of standing.entries()) for (const rank of ranks) ownerOfRank[rank] = at + 1
  return moving.map((item) => {
    const owner = standing[(ownerOfRank[item.ranks[0] ?? 0] ?? 0) - 1] ?? item
    const own: [number, number] = [item.lng, item.lat]
    const other: [number, number] = [owner.lng, owner.lat]
    return isSplitting ? { item, from: other, to: own } : { item, from: own, to: other }
  })
}

/** The mark at a share (0-1) of its way, soon fast and late slow (cubic ease-out). */
export function alongPath({ item, from, to }: MarkPath, share: number): MapItem {
  const eased = 1 - (1 - share) ** 3
  return { ...item, lng: from[0] + (to[0] - from[0]) * eased, lat: from[1] + (to[1] - from[1]) * eased }
}
