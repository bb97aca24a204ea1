/**
 * Where is it dense? A Gaussian kernel density in businesses per km2 on a grid of square cells. Points are first laid onto the grid's
 * nodes by weights that keep their position, then the kernel is applied along rows and columns: what it costs is the
 * grid, not the number of points.
 */
import type { PlanePoints } from '#lib/core/geo/plane/projection.ts'

export type DensityGrid = {
  /** South-western corner of the first cell in metres of EPSG:25832; rows go north. */
  west: number
  south: number
  cellMeters: number
  columns: number
  rows: number
  /** At the cells' centres, row by row from the south. */
  perSquareKilometer: Float32Array
}

export type DensityOptions = {
  bandwidthMeters: number
  cellMeters?: number
  /** What each point counts, such as its square metres; 1 unless told. */
  weights?: ArrayLike<number>
  /** More cells are refused; as many as memory bears unless told. */
  maxCells?: number
}

export const CELL_METERS = 25
/** Beyond this many bandwidths the kernel holds less than a hundred-thousandth. */
const REACH_BANDWIDTHS = 4.5
/** From here on the weights of `spread` keep every cell within a thousandth of the maximum. */
export const MIN_CELLS_PER_BANDWIDTH = 3
const MAX_CELLS = 16_000_000
const SQUARE_METERS_PER_SQUARE_KILOMETER = 1e6

/**
 * f(x) = sum w_i exp(-d_i^2 / 2h^2) / (2 pi h^2) per km2 (Silverman 1986, equation 4.1 with a normal kernel) at the centres of cells
 * that reach 4.5 bandwidths beyond the points, so that the sum over all cells times their area is the sum of weights. Without points
 * there are no cells. Throws a RangeError for a bandwidth below three cells and for points that lie too far apart.
 */
export function estimateDensity({ x, y }: PlanePoints, options: DensityOptions): DensityGrid {
  const { bandwidthMeters, cellMeters = CELL_METERS, weights, maxCells = MAX_CELLS } = options
  if (!(cellMeters > 0)) throw new RangeError(`cellMeters is ${cellMeters}: give a length above 0.`)
  if (!(bandwidthMeters >= MIN_CELLS_PER_BANDWIDTH * cellMeters && Number.isFinite(bandwidthMeters)))
    throw new RangeError(
      `bandwidthMeters is ${bandwidthMeters}: give at least ${MIN_CELLS_PER_BANDWIDTH * cellMeters}, three cells.`,
    )
  const grid = createGrid(x, y, cellMeters, REACH_BANDWIDTHS * bandwidthMeters)
  const cells = grid.columns * grid.rows
  if (cells > maxCells)
    throw new RangeError(
      `The points lie too far apart for cells of ${cellMeters} m: they would be ${cells}, and ${maxCells} are the most. Take wider cells or fewer points.`,
    )
  const kernel = toKernel(bandwidthMeters / cellMeters)
  const nodes = spread(x, y, weights, grid)
  const alongRows = convolve(nodes, kernel, grid.columns, grid.rows)
  // Turned, columns are rows; turned again, all is as before.
  const alongBoth = convolve(turn(alongRows, grid.columns, grid.rows), kernel, grid.rows, grid.columns)
  const perCell = turn(alongBoth, grid.rows, grid.columns)
  const factor = SQUARE_METERS_PER_SQUARE_KILOMETER / cellMeters ** 2
  return { ...grid, perSquareKilometer: Float32Array.from(perCell, (value) => Math.max(0, value * factor)) }
}

/** How many cells a density of these points would have, empty ones among them. */
export function countCells({ x, y }: PlanePoints, bandwidthMeters: number, cellMeters: number): number {
  const { columns, rows } = createGrid(x, y, cellMeters, REACH_BANDWIDTHS * bandwidthMeters)
  return columns * rows
}

function createGrid(x: Float64Array, y: Float64Array, cellMeters: number, marginMeters: number) {
  let west = Number.POSITIVE_INFINITY
  let south = Number.POSITIVE_INFINITY
  let east = Number.NEGATIVE_INFINITY
  let north = Number.NEGATIVE_INFINITY
  for (let index = 0; index < x.length; index++) {
    west = Math.min(west, x[index] ?? 0)
    east = Math.max(east, x[index] ?? 0)
    south = Math.min(south, y[index] ?? 0)
    north = Math.max(north, y[index] ?? 0)
  }
  if (x.length === 0) return { west: 0, south: 0, cellMeters, columns: 0, rows: 0 }
  // Cells hang on the coordinates' origin, so that another filter gives the same cells.
  const snap = (value: number) => Math.floor(value / cellMeters) * cellMeters
  west = snap(west - marginMeters)
  south = snap(south - marginMeters)
  const columns = Math.ceil((east + marginMeters - west) / cellMeters) + 1
  const rows = Math.ceil((north + marginMeters - south) / cellMeters) + 1
  return { west, south, cellMeters, columns, rows }
}

/**
 * Shares each point among the 4 x 4 nearest centres by cubic Lagrange weights (Abramowitz and Stegun 1964, 25.2.13), which keep its mass, place, spread and skewness: what
 * remains of the rounding is of the fourth order in cell per bandwidth.
 */
function spread(
  x: Float64Array,
  y: Float64Array,
  weights: ArrayLike<number> | undefined,
  grid: Pick<DensityGrid, 'west' | 'south' | 'cellMeters' | 'columns' | 'rows'>,
): Float64Array {
  const nodes = new Float64Array(grid.columns * grid.rows)
  const right = new Float64Array(4)
  const up = new Float64Array(4)
  for (let index = 0; index < x.length; index++) {
    const column = setWeights(((x[index] ?? 0) - grid.west) / grid.cellMeters - 0.5, right)
    const row = setWeights(((y[index] ?? 0) - grid.south) / grid.cellMeters - 0.5, up)
    const weight = weights ? (weights[index] ?? 0) : 1
    for (let step = 0; step < 4; step++)
      for (let side = 0; side < 4; side++) {
        const node = (row + step) * grid.columns + column + side
        nodes[node] = (nodes[node] ?? 0) + weight * (up[step] ?? 0) * (right[side] ?? 0)
      }
  }
  return nodes
}

/** Fills the cubic weights of the four nodes around a place given in nodes; returns the first of them. */
export function setWeights(place: number, weights: Float64Array): number {
  const first = Math.floor(place) - 1
  const t = place - first - 1
  weights[0] = (-t * (t - 1) * (t - 2)) / 6
  weights[1] = ((t + 1) * (t - 1) * (t - 2)) / 2
  weights[2] = (-(t + 1) * t * (t - 2)) / 2
  weights[3] = ((t + 1) * t * (t - 1)) / 6
  return first
}

/** The normal density at -reach ... 0 ... reach cells, for a bandwidth in cells. */
function toKernel(bandwidthCells: number): Float64Array {
  const reach = Math.ceil(REACH_BANDWIDTHS * bandwidthCells)
  const scale = 1 / (bandwidthCells * Math.sqrt(2 * Math.PI))
  return Float64Array.from(
    { length: 2 * reach + 1 },
    (_, place) => scale * Math.exp(-(((place - reach) / bandwidthCells) ** 2) / 2),
  )
}

/** Applies the kernel along each row; empty nodes cost nothing. */
function convolve(nodes: Float64Array, kernel: Float64Array, columns: number, rows: number): Float64Array {
  const result = new Float64Array(nodes.length)
  const reach = (kernel.length - 1) / 2
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const node = row * columns + column
      const mass = nodes[node] ?? 0
      if (mass === 0) continue
      const first = node - Math.min(column, reach)
      const last = node + Math.min(columns - 1 - column, reach)
      for (let place = first, step = first - node + reach; place <= last; place++, step++)
        result[place] = (result[place] ?? 0) + mass * (kernel[step] ?? 0)
    }
  return result
}

function turn(nodes: Float64Array, columns: number, rows: number): Float64Array {
  const turned = new Float64Array(nodes.length)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      turned[column * rows + row] = nodes[row * columns + column] ?? 0
  return turned
}
