/** Whether a drawn outline can be an area; outlines out of a file, and of other areas. */
import { area, kinks, polygon, simplify } from '@turf/turf'
import type { Position } from 'geojson'
import { parseOutline } from '#lib/core/domain/saved-areas.ts'
import { type Drawing, MAX_DRAWN_CORNERS } from '#lib/core/view/drawing.ts'
import type { Outline } from './area-members.ts'

const DRAWING_FAULTS = ['few', 'many', 'crosses', 'large', 'small', 'unreadable', 'none'] as const
export type DrawingFault = (typeof DRAWING_FAULTS)[number]

/** The database holds saved areas to the same: a large garden at least, a hundred square kilometres at most. */
const MIN_SQUARE_METERS = 1e3
const MAX_SQUARE_METERS = 1e8
/** Degrees by which an imported outline is smoothed at first, about a metre; doubled until it has few enough corners. */
const FIRST_TOLERANCE = 1e-5
const MAX_DOUBLINGS = 12

/** What is wrong with corners `[lng, lat]` in degrees, the first not repeated; null where nothing is. */
export function findDrawingFault(corners: Drawing): DrawingFault | null {
  if (corners.length < 3) return 'few'
  if (corners.length > MAX_DRAWN_CORNERS) return 'many'
  const outline = toFeature(corners)
  if (kinks(outline).features.length > 0) return 'crosses'
  const squareMeters = area(outline)
  if (squareMeters > MAX_SQUARE_METERS) return 'large'
  return squareMeters < MIN_SQUARE_METERS ? 'small' : null
}

/** The polygons of a GeoJSON text by their outer rings, smoothed where they have too many corners; or what is wrong with the first. */
export function readDrawings(text: string): { drawings: Drawing[] } | { fault: DrawingFault } {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    return { fault: 'unreadable' }
  }
  const drawings: Drawing[] = []
  for (const geometry of listGeometries(input)) {
    const parsed = parseOutline(geometry)
    if ('fault' in parsed) {
      if (parsed.fault === 'no-polygon') continue
      return { fault: parsed.fault === 'too-many-corners' ? 'many' : 'unreadable' }
    }
    const drawing = toFewCorners(parsed.outline.coordinates[0]?.slice(0, -1) ?? [])
    const fault = findDrawingFault(drawing)
    if (fault) return { fault }
    drawings.push(drawing)
  }
  return drawings.length > 0 ? { drawings } : { fault: 'none' }
}

/** The outer ring of an outline, or of its largest part, smoothed as that of a file; or what keeps it from being a drawing. */
export function takeOutline(outline: Outline): { drawing: Drawing } | { fault: DrawingFault } {
  const parts = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
  const rings = parts.map(([ring = []]) => ring.slice(0, -1))
  const areaOf = (ring: Position[]) => (ring.length < 3 ? 0 : area(toFeature(ring)))
  const largest = rings.reduce((kept, ring) => (areaOf(ring) > areaOf(kept) ? ring : kept), [])
  const drawing = toFewCorners(largest)
  const fault = findDrawingFault(drawing)
  return fault ? { fault } : { drawing }
}

function listGeometries(input: unknown): unknown[] {
  const { features, geometry } = (input ?? {}) as { features?: unknown; geometry?: unknown }
  if (Array.isArray(features)) return features.flatMap(listGeometries)
  return [geometry ?? input]
}

function toFewCorners(corners: Position[]): Drawing {
  let kept = corners
  for (let step = 0; kept.length > MAX_DRAWN_CORNERS && step < MAX_DOUBLINGS; step++) {
    const smoothed = simplify(toFeature(corners), {
      tolerance: FIRST_TOLERANCE * 2 ** step,
      highQuality: true,
    })
    kept = smoothed.geometry.coordinates[0]?.slice(0, -1) ?? []
  }
  return kept
}

function toFeature(corners: Drawing) {
  const [first = []] = corners
  return polygon([[...corners, first].map((corner) => [...corner])])
}
