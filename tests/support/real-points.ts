/** Points of real towns, where the files are at hand: nothing of them is part of this repository. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { FeatureCollection, Point } from 'geojson'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'

const DATA = resolve(import.meta.dirname, '../../../shared/data')

/** West, south, east, north: Turf's sphere is flat within a millionth over a town, not over the region around Köln. */
const INNER_KOELN = [6.83, 50.86, 7.07, 51.02] as const
/** Where people work or meet, and houses with a number. */
const TOLD = /<tag k="(?:addr:housenumber|shop|office|craft|amenity)"/

const TOWNS = {
  Leverkusen: { file: 'leverkusen/osm-poi.geojson', read: readGeoJson, box: null },
  Köln: { file: 'koeln/osm-creative.geojson', read: readGeoJson, box: INNER_KOELN },
  'Bad Hersfeld': { file: 'bad-hersfeld/city.osm.gz', read: readOsm, box: null },
} as const
export type Town = keyof typeof TOWNS

export type RealPoints = { lng: Float64Array; lat: Float64Array; x: Float64Array; y: Float64Array }

export const TOWN_NAMES = Object.keys(TOWNS) as Town[]

/** Whether the file of a town is there; says aloud if not. */
export function isAtHand(town: Town): boolean {
  const path = resolve(DATA, TOWNS[town].file)
  const isThere = existsSync(path)
  if (!isThere) console.warn(`SKIPPED: the tests on real points of ${town}, because ${path} is not there.`)
  return isThere
}

/** In degrees (WGS 84) and metres (EPSG:25832), in the order of the file. */
export function readTown(town: Town): RealPoints {
  const { file, read, box } = TOWNS[town]
  const places = read(readFileSync(resolve(DATA, file))).filter(
    ([lng, lat]) => !box || (lng >= box[0] && lat >= box[1] && lng <= box[2] && lat <= box[3]),
  )
  const lng = Float64Array.from(places, ([east]) => east)
  const lat = Float64Array.from(places, ([, north]) => north)
  return { lng, lat, ...projectPoints(lng, lat) }
}

type Place = readonly [lng: number, lat: number]

function readGeoJson(bytes: Buffer): Place[] {
  const { features } = JSON.parse(bytes.toString()) as FeatureCollection<Point>
  return features.map(({ geometry: { coordinates } }): Place => [coordinates[0] ?? 0, coordinates[1] ?? 0])
}

function readOsm(bytes: Buffer): Place[] {
  const nodes = gunzipSync(bytes)
    .toString()
    .matchAll(/<node [^>]*lat="([-\d.]+)" lon="([-\d.]+)"[^/>]*>([\s\S]*?)<\/node>/g)
  return Array.from(nodes)
    .filter(([, , , tags = '']) => TOLD.test(tags))
    .map(([, lat, lng]): Place => [Number(lng), Number(lat)])
}
