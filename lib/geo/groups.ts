/** Which places belong together? From points of a filter to named areas, with the parameters that led to them. */
import { type Areas, type DistrictPoints, outlineAreas } from './areas.ts'
import { dbscan } from './dbscan.ts'
import { suggestEps } from './k-distance.ts'
import { projectPoints } from './projection.ts'

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

/** Groups points (degrees, WGS 84) by DBSCAN with an eps from their own k-distance curve; fewer than five make none. */
export function findGroups(points: DistrictPoints): Groups {
  const n = points.lng.length
  const minPoints = MIN_POINTS
  if (n < minPoints)
    return { n, minPoints, epsMeters: null, areas: { type: 'FeatureCollection', features: [] } }
  const { x, y } = projectPoints(points.lng, points.lat)
  const { epsMeters } = suggestEps(x, y, minPoints)
  const { labels } = dbscan(x, y, epsMeters, minPoints)
  return { n, minPoints, epsMeters, areas: outlineAreas(points, labels, epsMeters) }
}
