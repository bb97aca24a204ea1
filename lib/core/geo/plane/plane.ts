/**
 * Figures of the plane: what Turf measures on the sphere, or by code that does not survive bundling (its `convex` throws in a built app).
 * A ring is a list of corners, closed or not; the first ring of a polygon is its outline, others are holes.
 */
import type { Position } from 'geojson'
import type { Outline } from '#lib/core/geo/areas/area-members.ts'
import { projectPoints } from './projection.ts'

/** The rings of an outline in degrees (WGS 84), in metres. */
export function projectOutline(outline: Outline): Position[][][] {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
  return polygons.map((rings) => rings.map(projectRing))
}

function projectRing(ring: readonly Position[]): Position[] {
  const { x, y } = projectPoints(
    ring.map(([lng]) => lng ?? Number.NaN),
    ring.map(([, lat]) => lat ?? Number.NaN),
  )
  return Array.from(x, (east, corner) => [east, y[corner] ?? 0])
}

/**
 * Area and middle (centre of mass) of polygons, holes taken off, by Gauss's formula and its first moments (Bourke 1988, "Calculating the
 * area and centroid of a polygon"); the middle is null where there is no area.
 */
export function measurePolygons(polygons: readonly (readonly Position[])[][]): {
  area: number
  middle: [x: number, y: number] | null
} {
  const sum = { area: 0, x: 0, y: 0 }
  for (const rings of polygons)
    for (const [place, ring] of rings.entries()) {
      const { area, x, y } = measureRing(ring)
      const sign = Math.sign(area) * (place === 0 ? 1 : -1)
      sum.area += sign * area
      sum.x += sign * x
      sum.y += sign * y
    }
  return { area: sum.area, middle: sum.area > 0 ? [sum.x / sum.area, sum.y / sum.area] : null }
}

/** Signed area of a ring, and its moments. Reckoned from the first corner, so that large coordinates cost no digits. */
function measureRing(ring: readonly Position[]): { area: number; x: number; y: number } {
  const [[originX = 0, originY = 0] = []] = ring
  let area = 0
  let momentX = 0
  let momentY = 0
  for (const [corner, [x = 0, y = 0]] of ring.entries()) {
    const [nextX = 0, nextY = 0] = ring[corner + 1] ?? ring[0] ?? []
    const ax = x - originX
    const ay = y - originY
    const bx = nextX - originX
    const by = nextY - originY
    const cross = (ax * by - bx * ay) / 2
    area += cross
    momentX += (cross * (ax + bx)) / 3
    momentY += (cross * (ay + by)) / 3
  }
  return { area, x: momentX + area * originX, y: momentY + area * originY }
}

/** The convex hull (Andrew 1979) as a closed ring against the clock; null for places that lie in a row, or fewer than three. */
export function findHull(places: readonly Position[]): Position[] | null {
  const sorted = places.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)
  const lower = findChain(sorted)
  const upper = findChain(sorted.reverse())
  const ring = [...lower, ...upper, ...lower.slice(0, 1)]
  return lower.length + upper.length < 3 ? null : ring
}

/** The right turns' outside of places in order, without its end, which the other chain begins with. */
function findChain(sorted: readonly Position[]): Position[] {
  const chain: Position[] = []
  for (const place of sorted) {
    while (chain.length >= 2 && turn(chain.at(-2) ?? [], chain.at(-1) ?? [], place) <= 0) chain.pop()
    chain.push(place)
  }
  return chain.slice(0, -1)
}

function turn([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [cx = 0, cy = 0]: Position): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}
