/** What lies around: stations and third places, by their distance in the plane. They are never entries and count in scores only. */
import { projectPoints } from './projection.ts'

/** A place in degrees (WGS 84); `kind` is the tag's value in OpenStreetMap. */
export type ContextPlace = { kind: string; name: string | null; lng: number; lat: number }

const STATION_KINDS = ['station', 'halt']
/** Where one may stay without being at home or at work: cafes and culture. Theatres, cinemas and galleries are entries. */
const THIRD_PLACE_KINDS = ['cafe', 'museum', 'library']
export const THIRD_PLACE_METERS = 300

export type Surroundings = { stations: Near; thirdPlaces: Near }
type Near = { names: (string | null)[]; x: Float64Array; y: Float64Array }

/** Sorts context places once, for any number of areas. */
export function toSurroundings(places: readonly ContextPlace[]): Surroundings {
  return { stations: pick(places, STATION_KINDS), thirdPlaces: pick(places, THIRD_PLACE_KINDS) }
}

function pick(places: readonly ContextPlace[], kinds: readonly string[]): Near {
  const fit = places.filter(({ kind }) => kinds.includes(kind))
  return {
    names: fit.map(({ name }) => name),
    ...projectPoints(
      fit.map(({ lng }) => lng),
      fit.map(({ lat }) => lat),
    ),
  }
}

/** The station nearest to a spot (metres), and how many third places lie within 300 m of it; null where none is known, or no spot. */
export function measureSurroundings(
  { stations, thirdPlaces }: Surroundings,
  spot: readonly [x: number, y: number] | null,
): { stationMeters: number | null; stationName: string | null; thirdPlaces: number | null } {
  if (!spot) return { stationMeters: null, stationName: null, thirdPlaces: null }
  const measure = ({ x, y }: Near) =>
    Array.from(x, (east, place) => Math.hypot(east - spot[0], (y[place] ?? 0) - spot[1]))
  const toStations = measure(stations)
  const meters = toStations.length > 0 ? Math.min(...toStations) : null
  const toThirdPlaces = measure(thirdPlaces)
  return {
    stationMeters: meters,
    stationName: meters === null ? null : (stations.names[toStations.indexOf(meters)] ?? null),
    thirdPlaces:
      toThirdPlaces.length > 0 ? toThirdPlaces.filter((one) => one <= THIRD_PLACE_METERS).length : null,
  }
}
