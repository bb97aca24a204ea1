/** A density as pixels, one a cell, that a map lays over the ground; and its value at any spot. */
import type { Position } from 'geojson'
import { type DensityGrid, type DensityOptions, estimateDensity } from './density.ts'
import { findNearMiddle } from './near-middle.ts'
import { projectPoints } from './projection.ts'
import { unproject } from './unproject.ts'

/** Colours from none to most as RGBA bytes, alpha not multiplied in. */
export type RampTable = Uint8ClampedArray

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

/** Of points in degrees (WGS 84) but those far from all others; without points an image without pixels. */
export function drawDensity(
  { lng, lat }: { lng: ArrayLike<number>; lat: ArrayLike<number> },
  { bandwidthMeters, weights, table }: DensityImageOptions,
): DensityImage {
  const all = projectPoints(lng, lat)
  const near = findNearMiddle(all)
  const take = (values: ArrayLike<number>) =>
    near ? Float64Array.from(near, (place) => values[place] ?? 0) : Float64Array.from(values)
  const points = { x: take(all.x), y: take(all.y) }
  const grid = estimateDensity(points, { bandwidthMeters, ...(weights && { weights: take(weights) }) })
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

/** The density at a spot in degrees, linear between the centres of cells; 0 outside the grid. */
export function readDensity(grid: DensityGrid, lng: number, lat: number): number {
  const { x, y } = projectPoints([lng], [lat])
  const column = ((x[0] ?? 0) - grid.west) / grid.cellMeters - 0.5
  const row = ((y[0] ?? 0) - grid.south) / grid.cellMeters - 0.5
  const left = Math.floor(column)
  const low = Math.floor(row)
  const at = (right: number, up: number) =>
    right < 0 || up < 0 || right >= grid.columns || up >= grid.rows
      ? 0
      : (grid.perSquareKilometer[up * grid.columns + right] ?? 0)
  const [u, v] = [column - left, row - low]
  const lower = at(left, low) * (1 - u) + at(left + 1, low) * u
  const upper = at(left, low + 1) * (1 - u) + at(left + 1, low + 1) * u
  return lower * (1 - v) + upper * v
}
