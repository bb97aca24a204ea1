/** By what people call a place: the station nearest to the middle of an area, else the nearest street. */
import type { Landmark } from '#lib/core/domain/area-name.ts'
import { measurePolygons, projectOutline } from '#lib/core/geo/plane/plane.ts'
import type { Outline } from './area-members.ts'
import type { Near, Surroundings } from './surroundings.ts'

/** As far as one says "at the station", and as far as one still says "in that street". */
const STATION_METERS = 500
const STREET_METERS = 300

/** Of an outline in degrees (WGS 84), in a straight line from its middle; null where nothing with a name is near. */
export function findLandmark(
  { stations, streets }: Pick<Surroundings, 'stations' | 'streets'>,
  outline: Outline,
): Landmark | null {
  const { middle } = measurePolygons(projectOutline(outline))
  if (!middle) return null
  const station = findNearest(stations, middle, STATION_METERS)
  if (station) return { kind: 'station', name: withoutKind(station) }
  const street = findNearest(streets, middle, STREET_METERS)
  return street === null ? null : { kind: 'street', name: street }
}

function findNearest({ names, x, y }: Near, [east, north]: readonly [number, number], reachMeters: number) {
  let nearest: string | null = null
  let least = reachMeters
  for (const [place, name] of names.entries()) {
    const meters = Math.hypot((x[place] ?? 0) - east, (y[place] ?? 0) - north)
    if (!name || meters > least) continue
    nearest = name
    least = meters
  }
  return nearest
}

/** "Bahnhof Opladen" and "Opladen Bf" are called Opladen. */
function withoutKind(name: string): string {
  return name.replace(/^(?:Bahnhof|Haltepunkt|Bf\.?)\s+|\s+(?:Bahnhof|Haltepunkt|Bf\.?)$/giu, '') || name
}
