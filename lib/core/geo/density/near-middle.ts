/** One entry on another continent must not make a picture of a city too large to draw: what lies far from all others is left out. */
import type { PlanePoints } from '#lib/core/geo/plane/projection.ts'

/** As far as the largest city reaches from its middle. */
const REACH_METERS = 40_000

/** The places of points (metres) within 40 km east, west, north and south of the medians; null where that is all of them. */
export function findNearMiddle({ x, y }: PlanePoints): number[] | null {
  // So close together they are near any middle, and it need not be sought.
  if (measureWidth(x) <= REACH_METERS && measureWidth(y) <= REACH_METERS) return null
  const east = median(x)
  const north = median(y)
  const isNear = (place: number) =>
    Math.abs((x[place] ?? 0) - east) <= REACH_METERS && Math.abs((y[place] ?? 0) - north) <= REACH_METERS
  const near = Array.from(x.keys()).filter(isNear)
  return near.length === x.length ? null : near
}

function measureWidth(values: Float64Array): number {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return most - least
}

function median(values: Float64Array): number {
  return values.toSorted()[values.length >> 1] ?? 0
}
