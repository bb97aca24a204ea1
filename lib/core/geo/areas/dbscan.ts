/**
 * DBSCAN (Ester, Kriegel, Sander, Xu 1996), exact, by cells whose diagonal is eps: the points of a cell are neighbours of each other, so
 * a cell with enough of them is all core, and whole cells join instead of points (Gunawan 2013). Dense places cost nothing.
 */
import { type Cells, toCells } from '#lib/core/geo/plane/cells.ts'

export const KIND_NOISE = 0
export const KIND_BORDER = 1
export const KIND_CORE = 2

export type DbscanClusters = {
  /** Per point: its cluster, counted from 0 by their first core points; -1 for noise. */
  labels: Int32Array
  /** Per point: KIND_CORE, KIND_BORDER or KIND_NOISE. */
  kinds: Uint8Array
  count: number
}

/** What the steps share: the points in cells, the cells around each cell, and per position whether it is core. */
type Search = {
  cells: Cells
  around: Around
  epsSquared: number
  minPoints: number
  isCore: Uint8Array
}

/** Per cell up to 24 occupied cells that can hold a neighbour of its points, the nearest first, from place 24 x cell on. */
type Around = { cells: Int32Array; counts: Uint8Array }

/** A neighbour is at most two cells away in each direction: 24 steps, of which each has its opposite. */
const MAX_AROUND = 24
const FORWARD = listForwardSteps()

/**
 * Clusters points given in metres. A core point has at least `minPoints` points within `epsMeters` (<=), itself included; a border point
 * joins the cluster of its nearest core point, of two as near the one with the lower label. So neither cores nor borders depend on the
 * order of the input. Throws a RangeError for an eps or minPoints that is not positive, and for points that are no finite numbers.
 */
export function dbscan(
  x: Float64Array,
  y: Float64Array,
  epsMeters: number,
  minPoints: number,
): DbscanClusters {
  checkInput(x, y, epsMeters, minPoints)
  // A hair less than eps / sqrt(2), so that rounding puts no two points of a cell further apart than eps.
  const cells = toCells(x, y, (epsMeters / Math.SQRT2) * (1 - 1e-9))
  const isCore = new Uint8Array(x.length)
  const search = { cells, around: findAround(cells), epsSquared: epsMeters ** 2, minPoints, isCore }
  markCores(search)
  return label(search, joinCells(search))
}

function checkInput(x: Float64Array, y: Float64Array, epsMeters: number, minPoints: number): void {
  if (!(epsMeters > 0 && Number.isFinite(epsMeters)))
    throw new RangeError(`epsMeters is ${epsMeters}: give a distance above 0 in metres.`)
  if (!(Number.isInteger(minPoints) && minPoints > 0))
    throw new RangeError(`minPoints is ${minPoints}: give a whole number from 1 on.`)
  if (x.length !== y.length)
    throw new RangeError(`x has ${x.length} values, y ${y.length}: give one of each per point.`)
  const bad = x.findIndex((value, index) => !Number.isFinite(value + (y[index] ?? 0)))
  if (bad >= 0)
    throw new RangeError(`Point ${bad} has no finite coordinates: leave out points without a place.`)
}

function findAround(cells: Cells): Around {
  const near = new Int32Array(cells.count * MAX_AROUND)
  const counts = new Uint8Array(cells.count)
  const add = (cell: number, other: number) => {
    const count = counts[cell] ?? 0
    near[cell * MAX_AROUND + count] = other
    counts[cell] = count + 1
  }
  for (const [right, up] of FORWARD)
    for (let cell = 0; cell < cells.count; cell++) {
      const other = cells.find((cells.columns[cell] ?? 0) + right, (cells.rows[cell] ?? 0) + up)
      if (other < 0) continue
      add(cell, other)
      add(other, cell)
    }
  return { cells: near, counts }
}

function markCores({ cells, around, epsSquared, minPoints, isCore }: Search): void {
  for (let cell = 0; cell < cells.count; cell++) {
    const start = cells.starts[cell] ?? 0
    const end = cells.starts[cell + 1] ?? 0
    if (end - start >= minPoints) {
      isCore.fill(1, start, end)
      continue
    }
    const last = cell * MAX_AROUND + (around.counts[cell] ?? 0)
    for (let position = start; position < end; position++) {
      let neighbours = end - start
      for (let place = cell * MAX_AROUND; place < last && neighbours < minPoints; place++)
        neighbours += countWithin(
          cells,
          around.cells[place] ?? 0,
          position,
          epsSquared,
          minPoints - neighbours,
        )
      if (neighbours >= minPoints) isCore[position] = 1
    }
  }
}

/** How many points of a cell lie within eps of a position; stops counting at `enough`. */
function countWithin(
  cells: Cells,
  cell: number,
  position: number,
  epsSquared: number,
  enough: number,
): number {
  const { x, y } = cells
  const end = cells.starts[cell + 1] ?? 0
  let count = 0
  for (let other = cells.starts[cell] ?? 0; other < end && count < enough; other++)
    if (squaredBetween(x, y, position, other) <= epsSquared) count += 1
  return count
}

/** Joins cells whose cores are neighbours; returns per cell the one that stands for its cluster. */
function joinCells(search: Search): Int32Array {
  const { cells, around } = search
  const parents = Int32Array.from({ length: cells.count }, (_, cell) => cell)
  const hasCore = findCoreCells(search)
  for (let cell = 0; cell < cells.count; cell++) {
    if (!hasCore[cell]) continue
    const last = cell * MAX_AROUND + (around.counts[cell] ?? 0)
    for (let place = cell * MAX_AROUND; place < last; place++) {
      const other = around.cells[place] ?? 0
      if (other < cell || !hasCore[other]) continue
      const root = findRoot(parents, cell)
      const otherRoot = findRoot(parents, other)
      if (root !== otherRoot && areLinked(search, cell, other)) parents[otherRoot] = root
    }
  }
  for (let cell = 0; cell < cells.count; cell++) parents[cell] = findRoot(parents, cell)
  return parents
}

function findCoreCells({ cells, isCore }: Search): Uint8Array {
  const hasCore = new Uint8Array(cells.count)
  for (let cell = 0; cell < cells.count; cell++) {
    const end = cells.starts[cell + 1] ?? 0
    for (let position = cells.starts[cell] ?? 0; position < end && !hasCore[cell]; position++)
      hasCore[cell] = isCore[position] ?? 0
  }
  return hasCore
}

function findRoot(parents: Int32Array, cell: number): number {
  let root = cell
  for (let parent = parents[root] ?? root; parent !== root; parent = parents[root] ?? root) {
    parents[root] = parents[parent] ?? parent
    root = parents[root] ?? parent
  }
  return root
}

/** Whether a core of one cell lies within eps of a core of the other. Cores too far from the other cell's square are passed by. */
function areLinked({ cells, epsSquared, isCore }: Search, cell: number, other: number): boolean {
  const { x, y, sideMeters } = cells
  const west = (cells.columns[other] ?? 0) * sideMeters
  const south = (cells.rows[other] ?? 0) * sideMeters
  const limit = epsSquared * (1 + 1e-6)
  const end = cells.starts[cell + 1] ?? 0
  const otherStart = cells.starts[other] ?? 0
  const otherEnd = cells.starts[other + 1] ?? 0
  for (let position = cells.starts[cell] ?? 0; position < end; position++) {
    if (!isCore[position]) continue
    const right = Math.max(west - (x[position] ?? 0), (x[position] ?? 0) - west - sideMeters, 0)
    const up = Math.max(south - (y[position] ?? 0), (y[position] ?? 0) - south - sideMeters, 0)
    if (right * right + up * up > limit) continue
    for (let match = otherStart; match < otherEnd; match++)
      if (isCore[match] && squaredBetween(x, y, position, match) <= epsSquared) return true
  }
  return false
}

/** Numbers the clusters by their first core points, then lets the borders join. */
function label(search: Search, roots: Int32Array): DbscanClusters {
  const { cells, isCore } = search
  const rootOf = new Int32Array(isCore.length).fill(-1)
  for (let cell = 0; cell < cells.count; cell++)
    for (let position = cells.starts[cell] ?? 0; position < (cells.starts[cell + 1] ?? 0); position++)
      if (isCore[position]) rootOf[cells.order[position] ?? 0] = roots[cell] ?? 0
  const labels = new Int32Array(isCore.length).fill(-1)
  const kinds = new Uint8Array(isCore.length)
  const labelOf = new Int32Array(cells.count).fill(-1)
  let count = 0
  for (let point = 0; point < rootOf.length; point++) {
    const root = rootOf[point] ?? -1
    if (root < 0) continue
    if ((labelOf[root] ?? -1) < 0) labelOf[root] = count++
    labels[point] = labelOf[root] ?? 0
    kinds[point] = KIND_CORE
  }
  const clustering = { labels, kinds, count }
  joinBorders(search, clustering)
  return clustering
}

function joinBorders(search: Search, { labels, kinds }: DbscanClusters): void {
  const { cells, isCore } = search
  for (let cell = 0; cell < cells.count; cell++) {
    const end = cells.starts[cell + 1] ?? 0
    for (let position = cells.starts[cell] ?? 0; position < end; position++) {
      if (isCore[position]) continue
      const core = findNearestCore(search, labels, cell, position)
      if (core < 0) continue
      const point = cells.order[position] ?? 0
      labels[point] = labels[core] ?? -1
      kinds[point] = KIND_BORDER
    }
  }
}

/** The core point within eps that is nearest to a position, of several the one with the lowest label; -1 where there is none. */
function findNearestCore(search: Search, labels: Int32Array, cell: number, position: number): number {
  const { cells, around, epsSquared, isCore } = search
  let nearest = epsSquared
  let core = -1
  for (let place = -1; place < (around.counts[cell] ?? 0); place++) {
    const other = place < 0 ? cell : (around.cells[cell * MAX_AROUND + place] ?? 0)
    const end = cells.starts[other + 1] ?? 0
    for (let match = cells.starts[other] ?? 0; match < end; match++) {
      if (!isCore[match]) continue
      const squared = squaredBetween(cells.x, cells.y, position, match)
      if (squared > nearest) continue
      const point = cells.order[match] ?? 0
      if (squared === nearest && core >= 0 && (labels[point] ?? 0) >= (labels[core] ?? 0)) continue
      nearest = squared
      core = point
    }
  }
  return core
}

function squaredBetween(x: Float64Array, y: Float64Array, a: number, b: number): number {
  const right = (x[a] ?? 0) - (x[b] ?? 0)
  const up = (y[a] ?? 0) - (y[b] ?? 0)
  return right * right + up * up
}

/** The half of the steps that goes up or right, shortest first; the other half are their opposites. */
function listForwardSteps(): [right: number, up: number][] {
  const sides = [-2, -1, 0, 1, 2]
  return sides
    .flatMap((up) => sides.map((right): [number, number] => [right, up]))
    .filter(([right, up]) => up > 0 || (up === 0 && right > 0))
    .sort((a, b) => Math.hypot(...a) - Math.hypot(...b))
}
