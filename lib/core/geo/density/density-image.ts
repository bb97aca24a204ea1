/** A density as pixels, one a cell, that a map lays over the ground; and its value at any spot. */
import type { Position } from 'geojson'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { unproject } from '#lib/core/geo/plane/unproject.ts'
import { CELL_METERS, type DensityGrid, type DensityOptions, estimateDensity, setWeights } from './density.ts'
import { findNearMiddle } from './near-middle.ts'

/** Colours from none to most as RGBA bytes, alpha not multiplied in. */
type RampTable = Uint8ClampedArray

export type DensityImage = {
  /** How many points are in it. */
  n: number
  bandwidthMeters: number
  grid: DensityGrid
  /** The value of the last colour: a round one, at least the highest in the grid; 0 where there is nothing. */
  topPerSquareKilometer: number
  /** RGBA by cell, row by row from the north. */
  pixels: Uint8ClampedArray<ArrayBuffer>
  /** North-west, north-east, south-east, south-west in degrees. */
  corners: [Position, Position, Position, Position]
}

export type DensityImageOptions = Pick<DensityOptions, 'weights'> & {
  bandwidthMeters: number
  table: RampTable
}

/** So many cells are one bandwidth, about: between them the map smooths, and finer ones would cost more than they show. */
const CELLS_PER_BANDWIDTH = 5

/** Of points in degrees (WGS 84) but those far from all others; without points an image without pixels. */
export function drawDensity(
  { lng, lat }: { lng: ArrayLike<number>; lat: ArrayLike<number> },
  { bandwidthMeters, weights, table }: DensityImageOptions,
): DensityImage {
  const all = projectPoints(lng, lat)
  const near = findNearMiddle(all)
  const take = <Values extends ArrayLike<number>>(values: Values) =>
    near ? Float64Array.from(near, (place) => values[place] ?? 0) : values
  const points = { x: take(all.x), y: take(all.y) }
  const grid = estimateDensity(points, {
    bandwidthMeters,
    cellMeters: toCellMeters(bandwidthMeters),
    ...(weights && { weights: take(weights) }),
  })
  const maximum = grid.perSquareKilometer.reduce((most, value) => Math.max(most, value), 0)
  const topPerSquareKilometer = roundUp(maximum)
  const { west, south, cellMeters, columns, rows } = grid
  const east = west + columns * cellMeters
  const north = south + rows * cellMeters
  return {
    n: points.x.length,
    bandwidthMeters,
    grid,
    topPerSquareKilometer,
    pixels: paint(grid, topPerSquareKilometer, table),
    corners: [unproject(west, north), unproject(east, north), unproject(east, south), unproject(west, south)],
  }
}

/** A multiple of 25 m, so that neighbouring bandwidths have the same cells. */
function toCellMeters(bandwidthMeters: number): number {
  return CELL_METERS * Math.max(1, Math.round(bandwidthMeters / CELLS_PER_BANDWIDTH / CELL_METERS))
}

/** The next of 1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8 times a power of ten: quarters of them are short numbers. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 0
  const power = 10 ** Math.floor(Math.log10(value))
  const factor = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].find((one) => one * power >= value) ?? 10
  return Number((factor * power).toPrecision(3))
}

function paint({ columns, rows, perSquareKilometer }: DensityGrid, top: number, table: RampTable) {
  const pixels = new Uint8ClampedArray(4 * columns * rows)
  const last = table.length / 4 - 1
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const value = perSquareKilometer[row * columns + column] ?? 0
      const color = top > 0 ? 4 * Math.min(last, Math.round((value / top) * last)) : 0
      const pixel = 4 * ((rows - 1 - row) * columns + column)
      for (let channel = 0; channel < 4; channel++) pixels[pixel + channel] = table[color + channel] ?? 0
    }
  return pixels
}

/** The density at a spot in degrees by the weights that points are spread with, cubic between the centres of cells; 0 outside the grid. */
export function readDensity(grid: DensityGrid, lng: number, lat: number): number {
  const { x, y } = projectPoints([lng], [lat])
  const [right, up] = [new Float64Array(4), new Float64Array(4)]
  const column = setWeights(((x[0] ?? 0) - grid.west) / grid.cellMeters - 0.5, right)
  const row = setWeights(((y[0] ?? 0) - grid.south) / grid.cellMeters - 0.5, up)
  const at = (side: number, step: number) =>
    side < 0 || step < 0 || side >= grid.columns || step >= grid.rows
      ? 0
      : (grid.perSquareKilometer[step * grid.columns + side] ?? 0)
  let value = 0
  for (const [step, high] of up.entries())
    for (const [side, far] of right.entries()) value += high * far * at(column + side, row + step)
  // Near nothing cubic weights may fall a hair below it.
  return Math.max(0, value)
}
