/** A candidate area as planners keep it, and what an outline must be to be one. */
import type { Polygon, Position } from 'geojson'

export type SavedArea = {
  id: string
  name: string
  outline: Polygon
  /** Drafts are seen by their owner alone, shared ones by all planners. */
  isShared: boolean
  isOwn: boolean
  /** Named when the area is changed: anyone who read an older one is told so. */
  version: number
  updatedAt: string
}

export const MAX_AREA_NAME_LENGTH = 100
/** Corners of all rings, the closing ones not counted; the published limit of polygons. */
const MAX_OUTLINE_CORNERS = 500

const OUTLINE_FAULTS = ['no-polygon', 'too-few-corners', 'too-many-corners', 'no-degrees'] as const
export type OutlineFault = (typeof OUTLINE_FAULTS)[number]

/**
 * Reads a GeoJSON polygon in degrees (WGS 84); rings that are left open are closed. Whether its sides cross and how large it is the
 * database says.
 */
export function parseOutline(input: unknown): { outline: Polygon } | { fault: OutlineFault } {
  const rings = (input as { type?: unknown; coordinates?: unknown } | null)?.coordinates
  if ((input as { type?: unknown } | null)?.type !== 'Polygon' || !Array.isArray(rings) || rings.length === 0)
    return { fault: 'no-polygon' }
  const closed: Position[][] = []
  let corners = 0
  for (const ring of rings) {
    if (!Array.isArray(ring)) return { fault: 'no-polygon' }
    corners += ring.length
    // One more per ring may be its closing corner.
    if (corners > MAX_OUTLINE_CORNERS + closed.length + 1) return { fault: 'too-many-corners' }
    if (!ring.every(isPlace)) return { fault: 'no-degrees' }
    const places: Position[] = ring.map(([lng = 0, lat = 0]: Position) => [lng, lat])
    const [first] = places
    if (first && String(first) !== String(places.at(-1))) places.push(first)
    if (places.length < 4) return { fault: 'too-few-corners' }
    closed.push(places)
  }
  if (closed.reduce((sum, ring) => sum + ring.length - 1, 0) > MAX_OUTLINE_CORNERS)
    return { fault: 'too-many-corners' }
  return { outline: { type: 'Polygon', coordinates: closed } }
}

function isPlace(place: unknown): place is Position {
  if (!Array.isArray(place) || place.length < 2 || place.length > 3) return false
  const [lng, lat] = place
  return Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lng) <= 180 && Math.abs(lat) <= 90
}

/** What a visitor of the planning page hears when asking for saved areas. */
export type SavedAreasAnswer = {
  state: 'planner' | 'signedOut' | 'notPlanner' | 'unavailable'
  areas: SavedArea[]
}
