/** Do businesses seek each other's company, and over which distances? Ripley's L beside what chance gives. */

import { MIN_POINTS } from '#lib/core/geo/areas/groups.ts'
import { toCells } from '#lib/core/geo/plane/cells.ts'
import { type PlanePoints, projectPoints } from '#lib/core/geo/plane/projection.ts'
import { createRandom } from '#lib/core/geo/plane/random.ts'
import { createDraw, type Null } from './null-places.ts'

export const RUNS = 99
export const MAX_RADIUS_METERS = 1000
export const RADIUS_STEP_METERS = 50
const RIPLEY_SEED = 1977

export type RipleyResult = {
  n: number
  runs: number
  seed: number
  /** Where chance was allowed to put a business, and out of how many places; null where any spot of an outline would do. */
  null: { from: Null['from']; places: number | null }
  areaSquareKilometers: number
  /** Per radius in metres, ascending: L(r) - r of the points, and the least, mean and most of the runs. */
  curve: { radiusMeters: number; observed: number; low: number; mean: number; high: number }[]
  /** The chance of a curve that anywhere rises as far above the mean of the runs (Monte Carlo, one-sided). */
  p: number
}

export type ClusteringOptions = { maxRadiusMeters?: number; runs?: number; seed?: number }

/**
 * L(r) = sqrt(K(r) / pi) with K(r) = A / (n (n - 1)) times the number of ordered pairs at most r apart (Ripley 1977, Besag 1977), and the
 * envelope of as many points drawn by the null model, run by run. **Edges are not corrected**: pairs across the border are missing
 * from the points and from the runs alike, since both lie in the same place. So L(r) - r is to be read against the envelope and never against
 * 0; A only scales it. A is the area of the outline, or of the convex hull of the null's places. The envelope holds radius by radius (99
 * runs: 2 % fall outside by chance); p looks at all radii at once, so that no radius is picked afterwards. Points in degrees (WGS 84).
 * Null for fewer than five points. Throws a RangeError for radii or runs that are not positive and for a null without places.
 */
export function measureClustering(
  points: { lng: ArrayLike<number>; lat: ArrayLike<number> },
  model: Null,
  { maxRadiusMeters = MAX_RADIUS_METERS, runs = RUNS, seed = RIPLEY_SEED }: ClusteringOptions = {},
): RipleyResult | null {
  const n = points.lng.length
  if (!(maxRadiusMeters >= RADIUS_STEP_METERS && Number.isFinite(maxRadiusMeters)))
    throw new RangeError(`maxRadiusMeters is ${maxRadiusMeters}: give at least ${RADIUS_STEP_METERS}.`)
  if (!(Number.isInteger(runs) && runs > 0))
    throw new RangeError(`runs is ${runs}: give a whole number from 1 on.`)
  if (n < MIN_POINTS) return null
  const radii = Math.floor(maxRadiusMeters / RADIUS_STEP_METERS)
  const { draw, areaSquareMeters } = createDraw(model)
  const measure = (drawn: PlanePoints) => toL(countPairs(drawn, radii), n, areaSquareMeters)
  const observed = measure(projectPoints(points.lng, points.lat))
  const random = createRandom(seed)
  const drawn = Array.from({ length: runs }, () => measure(draw(n, random)))
  const curve = Array.from(observed, (value, place) => {
    const values = drawn.map((run) => run[place] ?? 0)
    return {
      radiusMeters: (place + 1) * RADIUS_STEP_METERS,
      observed: value,
      low: Math.min(...values),
      mean: values.reduce((sum, one) => sum + one, 0) / runs,
      high: Math.max(...values),
    }
  })
  return {
    n,
    runs,
    seed,
    null: { from: model.from, places: 'lng' in model && model.from !== 'hull' ? model.lng.length : null },
    areaSquareKilometers: areaSquareMeters / 1e6,
    curve,
    p: rankRise(observed, drawn),
  }
}

/** How many unordered pairs of points (metres) lie at most one, two ... steps apart. */
export function countPairs({ x, y }: PlanePoints, steps: number): Float64Array {
  const maxMeters = steps * RADIUS_STEP_METERS
  const cells = toCells(x, y, (maxMeters / 2) * (1 + 1e-9))
  const counts = new Float64Array(steps + 1)
  const count = (a: number, b: number) => {
    const right = (cells.x[a] ?? 0) - (cells.x[b] ?? 0)
    const up = (cells.y[a] ?? 0) - (cells.y[b] ?? 0)
    const step = Math.ceil(Math.sqrt(right * right + up * up) / RADIUS_STEP_METERS)
    if (step <= steps) counts[step] = (counts[step] ?? 0) + 1
  }
  for (let cell = 0; cell < cells.count; cell++) {
    const start = cells.starts[cell] ?? 0
    const end = cells.starts[cell + 1] ?? 0
    for (let a = start; a < end; a++) for (let b = a + 1; b < end; b++) count(a, b)
    for (const [right, up] of FORWARD) {
      const other = cells.find((cells.columns[cell] ?? 0) + right, (cells.rows[cell] ?? 0) + up)
      if (other < 0) continue
      const otherEnd = cells.starts[other + 1] ?? 0
      for (let a = start; a < end; a++) for (let b = cells.starts[other] ?? 0; b < otherEnd; b++) count(a, b)
    }
  }
  for (let step = 1; step <= steps; step++) counts[step] = (counts[step] ?? 0) + (counts[step - 1] ?? 0)
  return counts.subarray(1)
}

/** Half of the cells that can hold a point within two sides; the other half finds us. */
const FORWARD = [-2, -1, 0, 1, 2].flatMap((right) =>
  [0, 1, 2].map((up) => [right, up] as const).filter(([, up]) => up > 0 || right > 0),
)

/** L(r) - r from pairs. */
function toL(pairs: Float64Array, n: number, areaSquareMeters: number): Float64Array {
  return pairs.map((count, place) => {
    const k = (areaSquareMeters * 2 * count) / (n * (n - 1))
    return Math.sqrt(k / Math.PI) - (place + 1) * RADIUS_STEP_METERS
  })
}

/** The rank of the points' highest rise above the mean of all curves, their own among them. */
function rankRise(observed: Float64Array, drawn: readonly Float64Array[]): number {
  const all = [observed, ...drawn]
  const means = observed.map((_, place) => all.reduce((sum, run) => sum + (run[place] ?? 0), 0) / all.length)
  const rise = (run: Float64Array) => Math.max(...run.map((value, place) => value - (means[place] ?? 0)))
  const own = rise(observed)
  return (1 + drawn.filter((run) => rise(run) >= own).length) / all.length
}
