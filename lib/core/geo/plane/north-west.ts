/** Where a letter stands on an outline. */
import type { Position } from 'geojson'

/** The corner that lies furthest to the north-west, where the eye begins to read; degrees, undefined for a ring without corners. */
export function findNorthWest(ring: readonly Position[]): Position | undefined {
  return ring.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => d - c - (b - a))[0]
}
