/** From a GeoJSON file to what an analysis reads; every fault names the file, what is wrong in it and the cure. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { containsPoint } from '#lib/core/domain/bbox.ts'
import type { Outline } from '#lib/core/geo/areas/area-members.ts'
import type { DistrictPoints } from '#lib/core/geo/areas/areas.ts'
import { REACH } from '#lib/core/geo/plane/projection.ts'

/** `leftOut`: features without a geometry, with another geometry than a point, and spaces. */
export type ReadPoints = DistrictPoints & { leftOut: number }

const position = z.tuple([z.number(), z.number()]).rest(z.number())
const ring = z.array(position).min(4)
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
const pointFeature = z.object({
  geometry: z.object({ type: z.literal('Point'), coordinates: position }),
  properties: z
    .object({ kind: z.unknown().optional(), district: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
})
const outline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
])
const outlineFeature = z.object({ geometry: outline })

/** Reads the points of a file; throws when there are none or when one lies where the plane of the analyses does not reach. */
export function readPoints(file: string, option = '--input'): ReadPoints {
  const features = readFeatures(file, option)
  const points = features.flatMap((feature) => {
    const read = pointFeature.safeParse(feature)
    return read.success && read.data.properties?.kind !== 'space' ? [read.data] : []
  })
  if (points.length === 0)
    throw new Error(`${option}: ${file} holds no points: give features whose geometry is a Point.`)
  const lng = Float64Array.from(points, ({ geometry }) => geometry.coordinates[0])
  const lat = Float64Array.from(points, ({ geometry }) => geometry.coordinates[1])
  checkReach(lng, lat, `${option}: ${file}`)
  const districtNames = [...new Set(points.flatMap(({ properties }) => properties?.district || []))].sort()
  const districts = points.map(({ properties }) => districtNames.indexOf(properties?.district ?? ''))
  return { lng, lat, districts, districtNames, leftOut: features.length - points.length }
}

/** Throws for fewer points than an analysis needs, and for points that all lie on one spot. */
export function requireSpread({ lng, lat }: DistrictPoints, least: number, file: string): void {
  if (lng.length < least)
    throw new Error(
      `--input: ${file} holds ${lng.length === 1 ? 'one point' : `${lng.length} points`}: give at least ${least}.`,
    )
  if (lng.every((one, index) => one === lng[0] && lat[index] === lat[0]))
    throw new Error(
      `--input: all ${lng.length} points of ${file} lie at one place (${lng[0]}, ${lat[0]}): give points at several places; a geocoder that found nothing may have put them there.`,
    )
}

/** The first polygon of a file, or null where it holds none. */
export function readOutline(file: string, option: string): Outline | null {
  for (const feature of readFeatures(file, option)) {
    const read = outlineFeature.safeParse(feature)
    if (read.success) return read.data.geometry
  }
  return null
}

function readFeatures(file: string, option: string): unknown[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new Error(
      `${option} names ${file}, which cannot be read (${code}): give the path of a GeoJSON file.`,
      {
        cause,
      },
    )
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new Error(
      `${option}: ${file} is no valid JSON (${(cause as Error).message}): give a GeoJSON file.`,
      {
        cause,
      },
    )
  }
  const read = collection.safeParse(json)
  if (!read.success)
    throw new Error(`${option}: ${file} is no FeatureCollection: give GeoJSON with a list of features.`)
  return read.data.features
}

function checkReach(lng: Float64Array, lat: Float64Array, where: string): void {
  const index = lng.findIndex((one, at) => !containsPoint(REACH, one, lat[at] ?? Number.NaN))
  if (index < 0) return
  const [west, south, east, north] = REACH
  const place = `${where}: the ${index + 1}. point lies at ${lng[index]}, ${lat[index]}`
  if (Math.abs(lng[index] ?? 0) > 180 || Math.abs(lat[index] ?? 0) > 90)
    throw new Error(`${place}, which are no degrees: give coordinates as lng, lat in WGS 84.`)
  throw new Error(
    `${place}, where distances of EPSG:25832 are wrong: give points between ${west} and ${east} degrees east and ${south} and ${north} degrees north, as lng, lat.`,
  )
}
