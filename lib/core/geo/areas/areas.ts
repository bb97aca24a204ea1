/**
 * From clusters of points to areas with an outline, a letter and a name: what a map draws and a list tells. Outlines come from Turf's
 * hulls and buffers.
 */
import {
  area,
  bbox,
  booleanPointInPolygon,
  buffer,
  concave,
  featureCollection,
  lineString,
  point,
  polygon,
  simplify,
} from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { findHull } from '#lib/core/geo/plane/plane.ts'
import { thinPoints } from '#lib/core/geo/plane/thin-points.ts'

/** Columns by point: degrees (WGS 84) and the district as a place in `districtNames`, -1 for none. */
export type DistrictPoints = {
  lng: Float64Array
  lat: Float64Array
  districts: ArrayLike<number>
  districtNames: readonly string[]
}

type AreaProperties = {
  /** A, B, ... by the number of points. */
  letter: string
  /** The district of most points, numbered where two areas share one; '' where none has a district. */
  name: string
  /** The district alone. */
  district: string
  count: number
  /** On the sphere, holes included. */
  areaSquareKilometers: number
  /** The cluster's label. */
  cluster: number
}

export type Areas = FeatureCollection<Polygon, AreaProperties>

/** An outline stands off its points by this share of eps. */
const BUFFER_SHARE = 1 / 4
/** Corners that move the outline by less than this share of eps are left out. */
const SIMPLIFY_SHARE = 1 / 20
const BUFFER_STEPS = 8
const METERS_PER_DEGREE = 111_195
/** Less area than this is a line. */
const MIN_HULL_SQUARE_METERS = 1

/**
 * One outline per cluster, largest count first, of two alike the western one. `labels` hold a cluster per point, -1 for none, as `dbscan`
 * gives them. Every point of a cluster lies in its outline. Without clusters the collection is empty.
 */
export function outlineAreas(points: DistrictPoints, labels: Int32Array, epsMeters: number): Areas {
  const areas = groupByLabel(labels).map((members, cluster) => {
    const outline = outlinePoints(
      members.map((index) => toPosition(points, index)),
      epsMeters,
    )
    const district = findDistrict(points, members)
    const properties = {
      letter: '',
      name: district,
      district,
      count: members.length,
      areaSquareKilometers: area(outline) / 1e6,
      cluster,
    }
    return { ...outline, bbox: bbox(outline), properties }
  })
  areas.sort((a, b) => b.properties.count - a.properties.count || (a.bbox[0] ?? 0) - (b.bbox[0] ?? 0))
  return featureCollection(withNumbers(areas.map((feature, index) => withLetter(feature, index))))
}

function groupByLabel(labels: Int32Array): number[][] {
  const groups: number[][] = []
  for (const [index, label] of labels.entries()) {
    if (label < 0) continue
    const group = groups[label]
    if (group) group.push(index)
    else groups[label] = [index]
  }
  return groups
}

/**
 * The outline of places `[lng, lat]`: the narrowest concave hull of Turf's that is one piece and holds all, else the convex one, else a
 * line or a spot, buffered by a quarter of eps and smoothed. Throws for no places at all.
 */
function outlinePoints(places: Position[], epsMeters: number): Feature<Polygon> {
  const { kept, gapMeters } = thinPoints(places, epsMeters)
  const bufferMeters = Math.max(epsMeters * BUFFER_SHARE, 2 * gapMeters)
  const grown = buffer(toHull(kept, epsMeters), bufferMeters / 1000, { steps: BUFFER_STEPS })
  const tolerance = (epsMeters * SIMPLIFY_SHARE) / METERS_PER_DEGREE
  const [ring] = simplify(grown as Feature<Polygon>, { tolerance, highQuality: true }).geometry.coordinates
  if (!ring) throw new RangeError('There is no place to outline: give one at least.')
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: {} }
}

function toHull(places: Position[], epsMeters: number): Feature {
  const points = featureCollection(places.map((place) => point(place)))
  for (const reach of [1, 2, 4]) {
    const hull = concave(points, { maxEdge: (reach * epsMeters) / 1000 })
    if (hull && isWhole(hull, points)) return hull
  }
  const ring = findHull(places)
  const hull = ring && polygon([ring])
  if (hull && area(hull) > MIN_HULL_SQUARE_METERS) return hull
  const [first = []] = places
  const last = places.at(-1) ?? first
  return places.length < 2 ? point(first) : lineString([first, last])
}

/** One piece with all places inside or on its edge. */
function isWhole(
  hull: Feature<Polygon | MultiPolygon>,
  points: FeatureCollection<Point>,
): hull is Feature<Polygon> {
  if (hull.geometry.type !== 'Polygon' || area(hull) <= MIN_HULL_SQUARE_METERS) return false
  return points.features.every((place) => booleanPointInPolygon(place, hull))
}

function findDistrict({ districts, districtNames }: DistrictPoints, members: number[]): string {
  const counts = new Map<string, number>()
  for (const index of members) {
    const name = districtNames[districts[index] ?? -1]
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, many], [b, more]) => more - many || a.localeCompare(b, 'de'))
  return most?.[0] ?? ''
}

type AreaFeature = Feature<Polygon, AreaProperties>

/** A to Z, then AA, AB and so on. */
function withLetter(feature: AreaFeature, index: number): AreaFeature {
  const letter = (place: number): string =>
    (place >= 26 ? letter(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26))
  return { ...feature, properties: { ...feature.properties, letter: letter(index) } }
}

/** Areas of one district are numbered from the largest on. */
function withNumbers(features: AreaFeature[]): AreaFeature[] {
  const names = features.map(({ properties }) => properties.name)
  return features.map((feature, index) => {
    const { name } = feature.properties
    if (name === '' || names.indexOf(name) === names.lastIndexOf(name)) return feature
    const number = names.slice(0, index + 1).filter((other) => other === name).length
    return { ...feature, properties: { ...feature.properties, name: `${name} ${number}` } }
  })
}

function toPosition({ lng, lat }: DistrictPoints, index: number): Position {
  return [lng[index] ?? 0, lat[index] ?? 0]
}
