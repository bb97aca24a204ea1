/** Which entries are shown around a spot; by the places that everybody sees, so that nothing is given away. */
import type { SnapshotPoints } from '#lib/core/snapshot/format.ts'

/** Who proposes an entry is asked about others of its kind this near, so many at most. */
export const AROUND_METERS = 150
export const AROUND_ENTRIES = 3

/** Metres on the earth's surface per degree of latitude. */
const METERS_PER_DEGREE = 111_195

/** Ranks of at most so many entries within the radius, nearest first. Flat reckoning: exact enough for some hundred metres. */
export function findAround(
  points: Pick<SnapshotPoints, 'locatedCount' | 'lng' | 'lat'>,
  { lng, lat }: { lng: number; lat: number },
  radiusMeters: number,
  most: number,
  matches: (rank: number) => boolean,
): number[] {
  const metersPerLng = METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const found: { rank: number; meters: number }[] = []
  for (let rank = 0; rank < points.locatedCount; rank += 1) {
    const north = ((points.lat[rank] ?? 0) - lat) * METERS_PER_DEGREE
    if (Math.abs(north) > radiusMeters) continue
    const meters = Math.hypot(north, ((points.lng[rank] ?? 0) - lng) * metersPerLng)
    if (meters <= radiusMeters && matches(rank)) found.push({ rank, meters })
  }
  return found
    .sort((a, b) => a.meters - b.meters)
    .slice(0, most)
    .map(({ rank }) => rank)
}
