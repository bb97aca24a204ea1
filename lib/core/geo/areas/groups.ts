/** Which places belong together? From points of a filter to named areas, with the parameters that led to them. */

import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { type Areas, type DistrictPoints, outlineAreas } from './areas.ts'
import { dbscan } from './dbscan.ts'
import { suggestEps } from './k-distance.ts'

/** Fewer points than this make no group, and no claim is made about them. */
export const MIN_POINTS = 5

export type Groups = {
  /** How many points were looked at. */
  n: number
  minPoints: number
  /** Null where there are too few points to look at. */
  epsMeters: number | null
  areas: Areas
}

/** What is not given is sought: eps from the points' own k-distance curve. */
export type GroupOptions = { epsMeters?: number; minPoints?: number }

/** Groups without outlines: a label per point, -1 for none. */
export type Clusters = Omit<Groups, 'areas'> & { labels: Int32Array; count: number }

/** Groups points (degrees, WGS 84) by DBSCAN; fewer than `minPoints` make none. Throws a RangeError for parameters that are not positive. */
export function findGroups(points: DistrictPoints, options: GroupOptions = {}): Groups {
  return outlineGroups(points, clusterPoints(points, options))
}

/** The first half of it, which is quick however many groups there are. */
export function clusterPoints(points: DistrictPoints, options: GroupOptions = {}): Clusters {
  const n = points.lng.length
  const { minPoints = MIN_POINTS } = options
  if (n < minPoints)
    return {
      n,
      minPoints,
      epsMeters: options.epsMeters ?? null,
      labels: new Int32Array(n).fill(-1),
      count: 0,
    }
  const { x, y } = projectPoints(points.lng, points.lat)
  const epsMeters = options.epsMeters ?? suggestEps(x, y, minPoints).epsMeters
  const { labels, count } = dbscan(x, y, epsMeters, minPoints)
  return { n, minPoints, epsMeters, labels, count }
}

/** The second half: an outline per group. */
export function outlineGroups(points: DistrictPoints, { n, minPoints, epsMeters, labels }: Clusters): Groups {
  return { n, minPoints, epsMeters, areas: outlineAreas(points, labels, epsMeters ?? 0) }
}
