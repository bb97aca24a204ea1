import { describe, expect, test } from 'vitest'
import { type DensityGrid, estimateDensity } from '#lib/core/geo/density/density.ts'
import { sumKernels } from '#tests/support/direct-density.ts'
import { seedPoints } from '#tests/support/seeded-points.ts'

const integral = ({ perSquareKilometer, cellMeters }: DensityGrid) =>
  perSquareKilometer.reduce((sum, value) => sum + value, 0) * (cellMeters / 1000) ** 2

describe.each([75, 100, 250, 800])('with a bandwidth of %i m', (bandwidthMeters) => {
  const { x, y } = seedPoints(300, bandwidthMeters)
  const grid = estimateDensity({ x, y }, { bandwidthMeters })
  const { west, south, cellMeters, columns, rows, perSquareKilometer } = grid

  test('the centres of cells are within 0.1 % of the maximum of the direct sum', () => {
    const maximum = perSquareKilometer.reduce((most, value) => Math.max(most, value), 0)
    const peak = perSquareKilometer.indexOf(maximum)
    const cells = [
      peak,
      ...Array.from({ length: 500 }, (_, step) => Math.floor((step * columns * rows) / 500)),
    ]
    for (const cell of cells) {
      const east = west + ((cell % columns) + 0.5) * cellMeters
      const north = south + (Math.floor(cell / columns) + 0.5) * cellMeters
      const expected = sumKernels(x, y, east, north, bandwidthMeters)
      expect(Math.abs((perSquareKilometer[cell] ?? 0) - expected)).toBeLessThan(maximum / 1000)
    }
  })

  test('all cells together hold every business once', () => {
    expect(Math.abs(integral(grid) / 300 - 1)).toBeLessThan(0.005)
  })
})

test('one business alone gives the kernel`s peak, worked by hand', () => {
  // At the centre of a cell: 1e6 / (2 pi 250^2) = 2.546479 per km2.
  const { perSquareKilometer } = estimateDensity(
    { x: Float64Array.of(350_012.5), y: Float64Array.of(5_650_012.5) },
    { bandwidthMeters: 250 },
  )
  expect(Math.max(...perSquareKilometer)).toBeCloseTo(2.546479, 5)
})

test('weights count instead of businesses', () => {
  const { x, y } = seedPoints(40, 4)
  const weights = Array.from(x, (_, index) => index)
  expect(integral(estimateDensity({ x, y }, { bandwidthMeters: 200, weights }))).toBeCloseTo((39 * 40) / 2, 0)
})

test('nothing gives no cells; a bandwidth that is none and points worlds apart are named', () => {
  const none = estimateDensity({ x: new Float64Array(), y: new Float64Array() }, { bandwidthMeters: 250 })
  expect([none.columns, none.rows, none.perSquareKilometer.length]).toEqual([0, 0, 0])
  const points = { x: Float64Array.of(0, 1e6), y: Float64Array.of(0, 1e6) }
  for (const bandwidthMeters of [0, -5, Number.NaN, 60])
    expect(() => estimateDensity(points, { bandwidthMeters })).toThrow(/^bandwidthMeters is/)
  expect(() => estimateDensity(points, { bandwidthMeters: 250 })).toThrow(/too far apart/)
})
