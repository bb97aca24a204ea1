/** A density grid as areas of at least so many businesses per km2, one inside the other, as a map draws them. */
import { contours } from 'd3-contour'
import type { FeatureCollection, MultiPolygon, Position } from 'geojson'
import { unproject } from '#lib/core/geo/plane/unproject.ts'
import type { DensityGrid } from './density.ts'

export type Isolines = FeatureCollection<MultiPolygon, { atLeastPerSquareKilometer: number }>

const LEVELS = 6

/**
 * Areas in degrees (WGS 84) by marching squares (Lorensen and Cline 1987 in the plane; d3-contour), linear between the centres of cells, from the lowest level on; levels that
 * nothing reaches are left out. Without levels: about six round ones up to the maximum.
 */
export function toIsolines(grid: DensityGrid, levels: readonly number[] = chooseLevels(grid)): Isolines {
  const { columns, rows, west, south, cellMeters, perSquareKilometer } = grid
  if (columns === 0 || rows === 0) return { type: 'FeatureCollection', features: [] }
  const trace = contours().size([columns, rows])
  const values = Array.from(perSquareKilometer)
  // d3 counts rows downwards, ours go north: turned round, outer rings go against the clock (RFC 7946, 3.1.6).
  const toRing = (ring: readonly Position[]) =>
    ring
      .map(([column = 0, row = 0]) => unproject(west + column * cellMeters, south + row * cellMeters))
      .reverse()
  const features = levels
    .toSorted((a, b) => a - b)
    .map((level) => ({
      type: 'Feature' as const,
      geometry: {
        type: 'MultiPolygon' as const,
        coordinates: trace.contour(values, level).coordinates.map((rings) => rings.map(toRing)),
      },
      properties: { atLeastPerSquareKilometer: level },
    }))
    .filter(({ geometry }) => geometry.coordinates.length > 0)
  return { type: 'FeatureCollection', features }
}

/** Multiples of 1, 2 or 5 times a power of ten that divide the range from 0 to the maximum into about six. */
export function chooseLevels({ perSquareKilometer }: Pick<DensityGrid, 'perSquareKilometer'>): number[] {
  const maximum = perSquareKilometer.reduce((most, value) => Math.max(most, value), 0)
  if (maximum === 0) return []
  const power = 10 ** Math.floor(Math.log10(maximum / LEVELS))
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power * LEVELS >= maximum) ?? 10)
  return Array.from({ length: Math.floor(maximum / step) }, (_, place) =>
    Number(((place + 1) * step).toPrecision(6)),
  )
}
