/** A density as square cells in degrees, for other programs. */
import type { Feature, FeatureCollection, Polygon, Position } from 'geojson'
import { BANDWIDTH_METERS } from '#lib/core/domain/bandwidth.ts'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { unproject } from '#lib/core/geo/plane/unproject.ts'
import { CELL_METERS, type DensityGrid, estimateDensity } from './density.ts'

/** Businesses per km2 at the cell's middle. */
export type DensityCells = FeatureCollection<Polygon, { density: number }>

/** Cells with less than this share of what one business alone makes at its peak are left out: together they hold a thousandth. */
const LEAST_SHARE = 1e-3
const DIGITS = 6
const DECIMALS = 6

export type DensityCellsOptions = { bandwidthMeters?: number; cellMeters?: number; maxCells?: number }
export type DensityResult = { n: number; bandwidthMeters: number; cellMeters: number; cells: DensityCells }

/**
 * The kernel density of points in degrees (WGS 84) as the cells that hold any, row by row from the south. Throws a RangeError for a bandwidth
 * below three cells, and where the cells would be more than `maxCells`, empty ones among them.
 */
export function findDensity(
  { lng, lat }: { lng: ArrayLike<number>; lat: ArrayLike<number> },
  options: DensityCellsOptions = {},
): DensityResult {
  const { bandwidthMeters = BANDWIDTH_METERS, cellMeters = CELL_METERS, maxCells } = options
  const grid = estimateDensity(projectPoints(lng, lat), { bandwidthMeters, cellMeters, maxCells })
  return { n: lng.length, bandwidthMeters, cellMeters, cells: toDensityCells(grid, bandwidthMeters) }
}

/** The cells of a grid that hold any density worth telling. */
export function toDensityCells(grid: DensityGrid, bandwidthMeters: number): DensityCells {
  const least = (LEAST_SHARE * 1e6) / (2 * Math.PI * bandwidthMeters ** 2)
  return { type: 'FeatureCollection', features: listCells(grid, least) }
}

function listCells(grid: DensityGrid, least: number): Feature<Polygon, { density: number }>[] {
  const { west, south, cellMeters, columns, rows, perSquareKilometer } = grid
  const features: Feature<Polygon, { density: number }>[] = []
  // A corner belongs to four cells.
  const corners: Position[] = []
  const toCorner = (column: number, row: number): Position => {
    const place = row * (columns + 1) + column
    corners[place] ??= unproject(west + column * cellMeters, south + row * cellMeters).map((degrees) =>
      Number(degrees.toFixed(DECIMALS)),
    )
    return corners[place]
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const density = perSquareKilometer[row * columns + column] ?? 0
      if (density < least) continue
      const first = toCorner(column, row)
      const ring = [
        first,
        toCorner(column + 1, row),
        toCorner(column + 1, row + 1),
        toCorner(column, row + 1),
        first,
      ]
      features.push({
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [ring] },
        properties: { density: Number(density.toPrecision(DIGITS)) },
      })
    }
  return features
}
