/**
 * Hexagons over points of the plane, for counting: all neighbours of a cell share a side with it and lie equally far. They stand on a
 * corner, so that their width from west to east is that from side to side, and hang on the coordinates' origin, so that
 * another filter gives the same cells. Axial coordinates: q goes east, r goes north and half a cell east.
 */
import type { Position } from 'geojson'
import { toCells } from '#lib/core/geo/plane/cells.ts'
import type { PlanePoints } from '#lib/core/geo/plane/projection.ts'
import { unproject } from '#lib/core/geo/plane/unproject.ts'

/** From side to side, which is also how far neighbouring centres lie apart. */
export const ACROSS_METERS = 400

/** The six neighbours, from the east on, against the clock. */
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [0, -1],
  [1, -1],
] as const
export const NEIGHBOURS = STEPS.length

/** Cells that hold a point, in the order of their first points, then those that border one. */
export type Hexagons = {
  acrossMeters: number
  count: number
  occupiedCount: number
  /** Per cell: axial coordinates and the number of its points. */
  q: Float64Array
  r: Float64Array
  points: Int32Array
  /** Per point: its cell. */
  cellOf: Int32Array
  /** Per cell six places: the neighbours, -1 where that is no cell of ours. */
  neighbours: Int32Array
}

/** Sorts points (metres) into hexagons. Coordinates must be finite; throws a RangeError for a width that is not above 0. */
export function toHexagons({ x, y }: PlanePoints, acrossMeters: number = ACROSS_METERS): Hexagons {
  if (!(acrossMeters > 0 && Number.isFinite(acrossMeters)))
    throw new RangeError(`acrossMeters is ${acrossMeters}: give a width above 0 in metres.`)
  const axial = toAxial(x, y, acrossMeters)
  const occupied = toCells(axial.q, axial.r, 1)
  // Points first, so that the cells that hold them come first; then the six neighbours of each.
  const all = toCells(withNeighbours(axial.q, occupied, 0), withNeighbours(axial.r, occupied, 1), 1)
  const q = all.columns.slice(0, all.count)
  const r = all.rows.slice(0, all.count)
  const points = new Int32Array(all.count)
  const cellOf = new Int32Array(x.length)
  for (let point = 0; point < x.length; point++) {
    const cell = all.find(axial.q[point] ?? 0, axial.r[point] ?? 0)
    cellOf[point] = cell
    points[cell] = (points[cell] ?? 0) + 1
  }
  const neighbours = new Int32Array(all.count * NEIGHBOURS)
  for (let cell = 0; cell < all.count; cell++)
    for (const [place, [right, up]] of STEPS.entries())
      neighbours[cell * NEIGHBOURS + place] = all.find((q[cell] ?? 0) + right, (r[cell] ?? 0) + up)
  return { acrossMeters, count: all.count, occupiedCount: occupied.count, q, r, points, cellOf, neighbours }
}

function withNeighbours(
  own: Float64Array,
  { count, columns, rows }: { count: number; columns: Float64Array; rows: Float64Array },
  axis: 0 | 1,
): Float64Array {
  const coordinates = axis === 0 ? columns : rows
  const result = new Float64Array(own.length + count * NEIGHBOURS)
  result.set(own)
  for (let cell = 0; cell < count; cell++)
    for (const [place, step] of STEPS.entries())
      result[own.length + cell * NEIGHBOURS + place] = (coordinates[cell] ?? 0) + step[axis]
  return result
}

/** The axial coordinates of each point's cell (Patel 2013, "Hexagonal grids"): the three cube coordinates are rounded, and the one that moved most follows from the others. */
function toAxial(x: Float64Array, y: Float64Array, acrossMeters: number) {
  const q = new Float64Array(x.length)
  const r = new Float64Array(x.length)
  for (let point = 0; point < x.length; point++) {
    const exactR = (y[point] ?? 0) / (acrossMeters * Math.sqrt(0.75))
    const exactQ = (x[point] ?? 0) / acrossMeters - exactR / 2
    let roundQ = Math.round(exactQ)
    let roundR = Math.round(exactR)
    const third = -exactQ - exactR
    const roundThird = Math.round(third)
    const movedQ = Math.abs(roundQ - exactQ)
    const movedR = Math.abs(roundR - exactR)
    const movedThird = Math.abs(roundThird - third)
    if (movedQ > movedR && movedQ > movedThird) roundQ = -roundR - roundThird
    else if (movedR > movedThird) roundR = -roundQ - roundThird
    q[point] = roundQ
    r[point] = roundR
  }
  return { q, r }
}

/** The middle of a cell in metres. */
export function toCentre(acrossMeters: number, q: number, r: number): { x: number; y: number } {
  return { x: acrossMeters * (q + r / 2), y: acrossMeters * Math.sqrt(0.75) * r }
}

/** The outline of a cell as a closed ring `[lng, lat]` in degrees, against the clock. */
export function toCorners(acrossMeters: number, q: number, r: number): Position[] {
  const { x, y } = toCentre(acrossMeters, q, r)
  const reachMeters = acrossMeters / Math.sqrt(3)
  return Array.from({ length: NEIGHBOURS + 1 }, (_, corner) => {
    const angle = (Math.PI / 3) * (corner % NEIGHBOURS) + Math.PI / 6
    return unproject(x + reachMeters * Math.cos(angle), y + reachMeters * Math.sin(angle))
  })
}
