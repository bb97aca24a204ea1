/**
 * How near is near? The distance of each point to its k-th neighbour, sorted, bends where groups end and scatter begins
 * (Ester et al. 1996, section 4.2); the bend, found by Kneedle (Satopaa et al. 2011), suggests eps.
 */
import { type Cells, toCells } from '#lib/core/geo/plane/cells.ts'

/** A walkable block at least, ten minutes on foot at most. */
export const MIN_EPS_METERS = 80
export const MAX_EPS_METERS = 500
const EPS_STEP_METERS = 10
/** The curve of more points is drawn from every second, third ... of them; neighbours are all. */
const MAX_CURVE_POINTS = 10_000
const POINTS_PER_CELL = 8
const MIN_SIDE_METERS = 1

export type EpsSuggestion = {
  epsMeters: number
  /** Distances in metres, ascending. */
  curve: Float64Array
  /** The curve's place that gave eps; null where it does not bend: then eps is the median. */
  kneeIndex: number | null
}

/**
 * Suggests eps in metres for points in metres, rounded to 10 m and kept within 80-500 m. Distances above 500 m can be no eps and say
 * nothing about the bend, so the knee is sought before them. Without points eps is 500 m.
 */
export function suggestEps(x: Float64Array, y: Float64Array, minPoints: number): EpsSuggestion {
  const curve = kDistances(x, y, minPoints, Math.ceil(x.length / MAX_CURVE_POINTS)).sort()
  const far = curve.findIndex((distance) => distance > MAX_EPS_METERS)
  const sensible = far < 0 ? curve : curve.subarray(0, far)
  const kneeIndex = findKnee(sensible)
  const eps = sensible[kneeIndex ?? sensible.length >> 1] ?? MAX_EPS_METERS
  const rounded = Math.round(eps / EPS_STEP_METERS) * EPS_STEP_METERS
  return { epsMeters: Math.min(Math.max(rounded, MIN_EPS_METERS), MAX_EPS_METERS), curve, kneeIndex }
}

/**
 * The knee of an ascending curve by Kneedle (Satopaa, Albrecht, Irwin, Raghavan 2011), for a convex one with sensitivity 1: both axes
 * scaled to 0-1, the place furthest below the diagonal, if it is further than the mean step. Null for a curve that does not bend so.
 */
export function findKnee(curve: Float64Array): number | null {
  const last = curve.length - 1
  const low = curve[0] ?? 0
  const range = (curve[last] ?? 0) - low
  if (last < 2 || range <= 0) return null
  let knee: number | null = null
  let furthest = 1 / last
  for (const [index, distance] of curve.entries()) {
    const below = index / last - (distance - low) / range
    if (below <= furthest) continue
    furthest = below
    knee = index
  }
  return knee
}

/**
 * Exact distances in metres from points (every `step`-th) to their k-th nearest other point, by the order of the input; with fewer
 * than k others the furthest, with none 0. Points on one spot are neighbours at distance 0.
 */
export function kDistances(x: Float64Array, y: Float64Array, k: number, step = 1): Float64Array {
  const neighbours = Math.min(k, x.length - 1)
  const distances = new Float64Array(Math.ceil(x.length / Math.max(step, 1)))
  if (neighbours < 1) return distances
  const cells = toFittingCells(x, y)
  const nearest = new Float64Array(neighbours)
  for (let index = 0; index < distances.length; index++) {
    const point = index * step
    nearest.fill(Number.POSITIVE_INFINITY)
    searchRings(cells, x[point] ?? 0, y[point] ?? 0, nearest)
    distances[index] = Math.sqrt(nearest[neighbours - 1] ?? 0)
  }
  return distances
}

/** Cells halved until an occupied one holds few points, so that one far point does not throw all others into one cell. */
function toFittingCells(x: Float64Array, y: Float64Array): Cells {
  const width = Math.max(spread(x), spread(y))
  let sideMeters = Math.max(MIN_SIDE_METERS, width / Math.sqrt(x.length))
  let cells = toCells(x, y, sideMeters)
  while (cells.count * POINTS_PER_CELL < x.length && sideMeters > MIN_SIDE_METERS) {
    sideMeters /= 2
    cells = toCells(x, y, sideMeters)
  }
  return cells
}

function spread(values: Float64Array): number {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return high - low
}

/** Fills `nearest` with the smallest squared distances, ring by ring, until what lies outside can be no nearer. */
function searchRings(cells: Cells, x: number, y: number, nearest: Float64Array): void {
  const { sideMeters } = cells
  const column = Math.floor(x / sideMeters)
  const row = Math.floor(y / sideMeters)
  const last = nearest.length - 1
  // The point itself comes back at distance 0; the first such hit is passed by.
  const search = { cells, x, y, nearest, isSelfMet: false }
  for (let ring = 0; ; ring++) {
    // A point far from all others: reading all of them costs less than more empty rings.
    if ((2 * ring + 1) ** 2 > cells.count + 25) {
      nearest.fill(Number.POSITIVE_INFINITY)
      search.isSelfMet = false
      collect(search, 0, cells.order.length)
      return
    }
    for (let up = -ring; up <= ring; up++) {
      const isEdge = Math.abs(up) === ring
      for (let right = -ring; right <= ring; right += isEdge || ring === 0 ? 1 : 2 * ring) {
        const cell = cells.find(column + right, row + up)
        if (cell >= 0) collect(search, cells.starts[cell] ?? 0, cells.starts[cell + 1] ?? 0)
        if (nearest[last] === 0) return
      }
    }
    if ((nearest[last] ?? 0) <= (ring * sideMeters * (1 - 1e-9)) ** 2) return
  }
}

type RingSearch = { cells: Cells; x: number; y: number; nearest: Float64Array; isSelfMet: boolean }

function collect(search: RingSearch, start: number, end: number): void {
  const { cells, x, y, nearest } = search
  const last = nearest.length - 1
  for (let position = start; position < end && nearest[last] !== 0; position++) {
    const squared = ((cells.x[position] ?? 0) - x) ** 2 + ((cells.y[position] ?? 0) - y) ** 2
    if (squared === 0 && !search.isSelfMet) {
      search.isSelfMet = true
      continue
    }
    if (squared >= (nearest[last] ?? 0)) continue
    let place = last
    for (; place > 0 && (nearest[place - 1] ?? 0) > squared; place--) nearest[place] = nearest[place - 1] ?? 0
    nearest[place] = squared
  }
}
