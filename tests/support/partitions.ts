/** What two clusterings must share, whatever they call their clusters, and points that leave no doubt about who is near whom. */
import type { FeatureCollection, Point } from 'geojson'
import type { SeededPoints } from './seeded-points.ts'

/** Turf's Earth. */
const SPHERE_METERS = 6_371_008.8

/**
 * The partition as a text: per point the first point of its cluster among those that `isMember` names; `-` for all others. Two
 * clusterings with equal texts are the same.
 */
export function formatPartition(labels: ArrayLike<number>, isMember: (index: number) => boolean): string {
  const firsts = new Map<number, number>()
  return Array.from(labels, (label, index) => {
    if (!isMember(index)) return '-'
    if (!firsts.has(label)) firsts.set(label, index)
    return firsts.get(label)
  }).join(' ')
}

/**
 * Degrees in which Turf's haversine measures the plane's own distances: the points are laid at the equator, where a sphere of this
 * size is flat within a millionth. So both sides work on one metric.
 */
export function toEquator({ x, y }: SeededPoints): FeatureCollection<Point> {
  const degrees = 180 / Math.PI / SPHERE_METERS
  const west = x[0] ?? 0
  const south = y[0] ?? 0
  const features = Array.from(x, (east, index) => ({
    type: 'Feature' as const,
    geometry: {
      type: 'Point' as const,
      coordinates: [(east - west) * degrees, ((y[index] ?? 0) - south) * degrees],
    },
    properties: {},
  }))
  return { type: 'FeatureCollection', features }
}

/**
 * An eps near the wanted one that lies in the middle of the widest gap between the points' distances, so that the last digits of a
 * metric decide nothing.
 */
export function betweenDistances({ x, y }: SeededPoints, wantedMeters: number): number {
  const reach = wantedMeters * 1e-3
  const near = [wantedMeters - reach, wantedMeters + reach]
  for (let index = 0; index < x.length; index++)
    for (let other = index + 1; other < x.length; other++) {
      const distance = Math.hypot((x[index] ?? 0) - (x[other] ?? 0), (y[index] ?? 0) - (y[other] ?? 0))
      if (Math.abs(distance - wantedMeters) < reach) near.push(distance)
    }
  near.sort((a, b) => a - b)
  let best = wantedMeters
  let widest = 0
  for (let index = 1; index < near.length; index++) {
    const low = near[index - 1] ?? 0
    const high = near[index] ?? 0
    if (high - low <= widest) continue
    widest = high - low
    best = (low + high) / 2
  }
  return best
}
