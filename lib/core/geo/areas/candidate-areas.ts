/** Candidate areas together with where their eps comes from: the curve on which a planner sees the suggestion. */

import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import type { DistrictPoints } from './areas.ts'
import { findGroups, type GroupOptions, type Groups, MIN_POINTS } from './groups.ts'
import { type EpsSuggestion, suggestEps } from './k-distance.ts'

export type CandidateAreas = {
  groups: Groups
  /** Null where there are too few points to look at. */
  suggestion: EpsSuggestion | null
}

/** Groups points (degrees, WGS 84) under the eps given, or under the suggested one; of too few points there is neither. */
export function findCandidateAreas(points: DistrictPoints, options: GroupOptions = {}): CandidateAreas {
  const { minPoints = MIN_POINTS } = options
  if (points.lng.length < minPoints) return { groups: findGroups(points, options), suggestion: null }
  const { x, y } = projectPoints(points.lng, points.lat)
  const suggestion = suggestEps(x, y, minPoints)
  const epsMeters = options.epsMeters ?? suggestion.epsMeters
  return { groups: findGroups(points, { epsMeters, minPoints }), suggestion }
}
