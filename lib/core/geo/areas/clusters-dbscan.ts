/**
 * DBSCAN in Turf's contract: a FeatureCollection of points in and out, with the properties `cluster` and `dbscan`, so that
 * `clusterEach`, `clusterReduce`, hulls, buffers and areas of Turf compose with it.
 */
import { convertLength, type Units } from '@turf/turf'
import type { Feature, FeatureCollection, GeoJsonProperties, Point } from 'geojson'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { dbscan, KIND_BORDER, KIND_CORE, KIND_NOISE } from './dbscan.ts'

/** What each point gets, by Turf's names; noise has no cluster. */
export type DbscanProps = { dbscan: 'core' | 'edge' | 'noise'; cluster?: number }

const WORDS: Readonly<Record<number, DbscanProps['dbscan']>> = {
  [KIND_CORE]: 'core',
  [KIND_BORDER]: 'edge',
  [KIND_NOISE]: 'noise',
}

/**
 * As Turf's `clustersDbscan`: `maxDistance` in `units` (kilometres unless told), `minPoints` 3 unless told; coordinates `[lng, lat]` in
 * degrees. Features come back as copies with `dbscan` and, unless noise, `cluster`. Three things differ, all on purpose: distances are
 * those of EPSG:25832, not of a sphere (up to 0.3 % apart); `core` is what Ester et al. 1996 call core, where Turf says it of borders
 * that join late, too; and a border belongs to its nearest core, not to the cluster that was found first. Throws a RangeError for
 * a distance or minPoints that is not positive and for coordinates that are no numbers.
 */
export function clustersDbscan<P extends GeoJsonProperties>(
  points: FeatureCollection<Point, P>,
  maxDistance: number,
  { units = 'kilometers', minPoints = 3 }: { units?: Units; minPoints?: number } = {},
): FeatureCollection<Point, P & DbscanProps> {
  const { x, y } = projectPoints(
    points.features.map(({ geometry }) => geometry.coordinates[0] ?? Number.NaN),
    points.features.map(({ geometry }) => geometry.coordinates[1] ?? Number.NaN),
  )
  const { labels, kinds } = dbscan(x, y, convertLength(maxDistance, units, 'meters'), minPoints)
  const features = points.features.map((feature, index): Feature<Point, P & DbscanProps> => {
    const { cluster: _, ...kept } = { ...feature.properties, cluster: undefined }
    const found = { dbscan: WORDS[kinds[index] ?? KIND_NOISE] ?? 'noise' } satisfies DbscanProps
    const label = labels[index] ?? -1
    const properties = (label < 0 ? { ...kept, ...found } : { ...kept, ...found, cluster: label }) as unknown
    return { ...feature, properties: properties as P & DbscanProps }
  })
  return { ...points, features }
}
