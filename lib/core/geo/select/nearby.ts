/** Which entries lie near an entry, on foot. Only places that are shown exactly take part: a distance would give a blurred one away. */
import { distance } from '@turf/turf'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import { toExactPlace } from './exact-place.ts'

/** A quarter of an hour on foot. */
export const NEARBY_METERS = 1000
export const NEARBY_ENTRIES = 5

/** Metres on the earth's surface per degree of latitude, at the least. */
const METERS_PER_DEGREE = 110_500

type Placed = Pick<Entry, 'id' | 'disclosure' | 'lng' | 'lat'>

/** Up to five entries within a kilometre, nearest first, with their distance in metres (great circle by the haversine, Sinnott 1984); empty for an inexact place. */
export function findNearby<T extends Placed>(
  entries: readonly T[],
  origin: Placed,
): { entry: T; meters: number }[] {
  const from = toExactPlace(origin)
  if (!from) return []
  const [lng, lat] = from
  // A box in degrees first: most entries of a city lie outside, and the box is cheaper than the distance.
  const maxLat = NEARBY_METERS / METERS_PER_DEGREE
  const maxLng = maxLat / Math.cos((lat * Math.PI) / 180)
  return entries
    .flatMap((entry) => {
      const to = entry.id === origin.id ? null : toExactPlace(entry)
      if (!to || Math.abs(to[0] - lng) > maxLng || Math.abs(to[1] - lat) > maxLat) return []
      return [{ entry, meters: distance(from, to, { units: 'meters' }) }]
    })
    .filter(({ meters }) => meters <= NEARBY_METERS)
    .sort((a, b) => a.meters - b.meters)
    .slice(0, NEARBY_ENTRIES)
}
