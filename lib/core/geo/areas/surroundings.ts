/** What lies around: stations, third places and streets, by their distance in the plane. They are never entries: the first two count in scores, stations and streets give names. */
import { projectPoints } from '#lib/core/geo/plane/projection.ts'

/** A place in degrees (WGS 84); `kind` is the tag's value in OpenStreetMap. */
export type ContextPlace = { kind: string; name: string | null; lng: number; lat: number }

const STATION_KINDS = ['station', 'halt']
/** Where one may stay without being at home or at work: cafes and culture. Theatres, cinemas and galleries are entries. */
const THIRD_PLACE_KINDS = ['cafe', 'museum', 'library']
const THIRD_PLACE_METERS = 300

/** A street stands where the middle one of its houses does. */
export type NamedPlace = { name: string; lng: number; lat: number }

export type Surroundings = { stations: Near; thirdPlaces: Near; streets: Near }
/** Columns: names, and metres of EPSG:25832. */
export type Near = { names: (string | null)[]; x: Float64Array; y: Float64Array }

/** Sorts what lies around once, for any number of areas. */
export function toSurroundings(
  places: readonly ContextPlace[],
  streets: readonly NamedPlace[] = [],
): Surroundings {
  return {
    stations: toNear(pick(places, STATION_KINDS)),
    thirdPlaces: toNear(pick(places, THIRD_PLACE_KINDS)),
    streets: toNear(streets),
  }
}

/** As they are sent: lists instead of typed arrays, whole metres. */
export type SentSurroundings = Record<
  keyof Surroundings,
  { names: (string | null)[]; x: number[]; y: number[] }
>

export function toColumns({ stations, thirdPlaces, streets }: SentSurroundings): Surroundings {
  const toTyped = ({ names, x, y }: SentSurroundings['stations']): Near => ({
    names,
    x: Float64Array.from(x),
    y: Float64Array.from(y),
  })
  return { stations: toTyped(stations), thirdPlaces: toTyped(thirdPlaces), streets: toTyped(streets) }
}

function pick(places: readonly ContextPlace[], kinds: readonly string[]): ContextPlace[] {
  return places.filter(({ kind }) => kinds.includes(kind))
}

function toNear(places: readonly Pick<ContextPlace, 'name' | 'lng' | 'lat'>[]): Near {
  return {
    names: places.map(({ name }) => name),
    ...projectPoints(
      places.map(({ lng }) => lng),
      places.map(({ lat }) => lat),
    ),
  }
}

/** The station nearest to a spot (metres), and how many third places lie within 300 m of it; null where none is known, or no spot. */
export function measureSurroundings(
  { stations, thirdPlaces }: Pick<Surroundings, 'stations' | 'thirdPlaces'>,
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
