/** Is it more than chance? Whether the counts of a hexagon and its neighbours are higher than those of hexagons picked at random. */

import { createRandom } from '#lib/core/geo/plane/random.ts'
import { adjustForMany } from './benjamini-hochberg.ts'
import { type Hexagons, NEIGHBOURS } from './hexagons.ts'

export const PERMUTATIONS = 9999
export const GETIS_ORD_SEED = 1995

export type GetisOrd = {
  /** Per cell: the points of the cell and its neighbours. */
  sums: Int32Array
  /** Per cell: Gi*; null where all cells are alike or all are neighbours, so that nothing can stand out. */
  z: (number | null)[]
  /** Per cell: from permutations, and the same adjusted for asking so many cells. */
  p: Float64Array
  pAdjusted: Float64Array
}

/**
 * Gi* of Ord and Getis 1995, weights 1 for the cell itself and those that share a side with it, 0 for others:
 *
 *     Gi* = (sum_j w_ij x_j - W_i m) / (s sqrt((n W_i - W_i^2) / (n - 1))),   m = sum x_j / n,   s^2 = sum x_j^2 / n - m^2
 *
 * with W_i = sum_j w_ij over the n cells given. Mean and spread are those of W_i counts picked from all n without putting back, and so are the
 * permutations: all counts are dealt again, the cell's own too, and p = (1 + deals in which the sum is at least as high) / (1 + deals). Were
 * the own count held (Anselin 1995), it would have no say in p, and the fullest cell could come out as chance beside an empty one
 * that does not. p is one-sided, because the question is whether there is more than chance would give. Cells share the deals; the
 * seed makes them repeatable.
 */
export function measureHotspots(
  { count, points, neighbours }: Pick<Hexagons, 'count' | 'points' | 'neighbours'>,
  { permutations = PERMUTATIONS, seed = GETIS_ORD_SEED }: { permutations?: number; seed?: number } = {},
): GetisOrd {
  const { mean, deviation } = measureSpread(points, count)
  const deals = dealSums(points, count, permutations, seed)
  const z: (number | null)[] = []
  const sums = new Int32Array(count)
  const p = new Float64Array(count)
  for (let cell = 0; cell < count; cell++) {
    let sum = points[cell] ?? 0
    let weight = 1
    for (const neighbour of neighbours.subarray(cell * NEIGHBOURS, (cell + 1) * NEIGHBOURS)) {
      if (neighbour < 0) continue
      sum += points[neighbour] ?? 0
      weight += 1
    }
    const spread = deviation * Math.sqrt((count * weight - weight ** 2) / (count - 1))
    sums[cell] = sum
    z.push(spread > 0 ? (sum - weight * mean) / spread : null)
    p[cell] = (1 + countFrom(deals[weight - 1], sum)) / (1 + permutations)
  }
  return { sums, z, p, pAdjusted: adjustForMany(p) }
}

function measureSpread(values: Int32Array, count: number): { mean: number; deviation: number } {
  let sum = 0
  let squares = 0
  for (const value of values) {
    sum += value
    squares += value * value
  }
  const mean = sum / count
  return { mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) }
}

/** Per number of cells, from one on: the sums of so many different cells in each deal, ascending. */
function dealSums(points: Int32Array, count: number, deals: number, seed: number): Float64Array[] {
  const random = createRandom(seed)
  const most = Math.min(NEIGHBOURS + 1, count)
  const sums = Array.from({ length: most }, () => new Float64Array(deals))
  const taken = new Int32Array(most)
  for (let deal = 0; deal < deals; deal++) {
    let sum = 0
    for (let place = 0; place < most; ) {
      const cell = Math.floor(random.next() * count)
      if (taken.subarray(0, place).includes(cell)) continue
      taken[place] = cell
      sum += points[cell] ?? 0
      const ofSize = sums[place]
      if (ofSize) ofSize[deal] = sum
      place += 1
    }
  }
  return sums.map((ofSize) => ofSize.sort())
}

/** How many of ascending values are at least as high as one. */
function countFrom(ascending: Float64Array | undefined, value: number): number {
  let low = 0
  let high = ascending?.length ?? 0
  const length = high
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending?.[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return length - low
}
