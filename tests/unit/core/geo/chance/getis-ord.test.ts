import { describe, expect, test } from 'vitest'
import { adjustForMany } from '#lib/core/geo/chance/benjamini-hochberg.ts'
import { measureHotspots } from '#lib/core/geo/chance/getis-ord.ts'
import { type Hexagons, NEIGHBOURS, toCentre, toHexagons } from '#lib/core/geo/chance/hexagons.ts'
import { findHotspots } from '#lib/core/geo/chance/hotspots.ts'
import { seedPoints, toDegrees } from '#tests/support/seeded-points.ts'

/** The definition itself, with a matrix of weights from the distances of centres. */
function naiveGiStar({ count, points, q, r, acrossMeters }: Hexagons): number[] {
  const centres = Array.from({ length: count }, (_, cell) =>
    toCentre(acrossMeters, q[cell] ?? 0, r[cell] ?? 0),
  )
  const mean = points.reduce((sum, value) => sum + value, 0) / count
  const s = Math.sqrt(points.reduce((sum, value) => sum + value ** 2, 0) / count - mean ** 2)
  return centres.map((own) => {
    const weights = centres.map((other) =>
      Math.hypot(own.x - other.x, own.y - other.y) < 1.01 * acrossMeters ? 1 : 0,
    )
    const sum = weights.reduce<number>((total, weight) => total + weight, 0)
    const squares = weights.reduce<number>((total, weight) => total + weight ** 2, 0)
    const weighted = weights.reduce<number>((total, weight, cell) => total + weight * (points[cell] ?? 0), 0)
    return (weighted - sum * mean) / (s * Math.sqrt((count * squares - sum ** 2) / (count - 1)))
  })
}

/** Cells in a row, each beside the next. */
function toRow(points: number[]) {
  const neighbours = new Int32Array(points.length * NEIGHBOURS).fill(-1)
  for (let cell = 0; cell < points.length; cell++) {
    if (cell > 0) neighbours[cell * NEIGHBOURS] = cell - 1
    if (cell < points.length - 1) neighbours[cell * NEIGHBOURS + 1] = cell + 1
  }
  return { count: points.length, points: Int32Array.from(points), neighbours }
}

describe('Gi* of the row 4, 2, 0, 0, 0', () => {
  const { z, p } = measureHotspots(toRow([4, 2, 0, 0, 0]))

  test('is that worked by hand', () => {
    // m = 6/5, s^2 = 20/5 - 36/25 = 64/25, s = 8/5. First cell: W = 2, (6 - 12/5) / (8/5 sqrt((10 - 4) / 4)) = 9/4 / sqrt(3/2).
    expect(z[0]).toBeCloseTo(9 / 4 / Math.sqrt(3 / 2), 9)
    // Second: W = 3, (6 - 18/5) / (8/5 sqrt((15 - 9) / 4)) = 3/2 / sqrt(3/2). Last: W = 2, (0 - 12/5) / (...) = -3/2 / sqrt(3/2).
    expect(z[1]).toBeCloseTo(3 / 2 / Math.sqrt(3 / 2), 9)
    expect(z[4]).toBeCloseTo(-3 / 2 / Math.sqrt(3 / 2), 9)
  })

  test('has the p of all possible deals', () => {
    // First cell: of the 10 pairs of 4, 2, 0, 0, 0 only 4 + 2 reaches 6; second: of the 10 triples 3 hold both.
    expect(Math.abs((p[0] ?? 0) - 1 / 10)).toBeLessThan(0.015)
    expect(Math.abs((p[1] ?? 0) - 3 / 10)).toBeLessThan(0.015)
    // Third: 2 is reached by all triples but 0, 0, 0. Last: a sum of 0 is always reached.
    expect(Math.abs((p[2] ?? 0) - 9 / 10)).toBeLessThan(0.015)
    expect(p[4]).toBe(1)
  })
})

test('Gi* is that of the definition', () => {
  const hexagons = toHexagons(seedPoints(800, 11))
  const expected = naiveGiStar(hexagons)
  const { z } = measureHotspots(hexagons, { permutations: 9 })
  for (const [cell, value] of z.entries()) expect(value).toBeCloseTo(expected[cell] ?? 0, 9)
})

test('p follows Gi*, is seeded and never 0', () => {
  const hexagons = toHexagons(seedPoints(400, 2))
  const { z, p } = measureHotspots(hexagons)
  expect(measureHotspots(hexagons).p).toEqual(p)
  expect(measureHotspots(hexagons, { seed: 6 }).p).not.toEqual(p)
  expect(Math.min(...p)).toBeGreaterThanOrEqual(1 / 10_000)
  expect(Math.max(...p)).toBeLessThanOrEqual(1)
  const hottest = z.indexOf(Math.max(...z.map((value) => value ?? 0)))
  expect(p[hottest]).toBeLessThan(0.01)
})

test('where all cells are alike nothing stands out', () => {
  const { z, p } = measureHotspots(toRow([3, 3, 3, 3]))
  expect(z).toEqual([null, null, null, null])
  expect([...p]).toEqual([1, 1, 1, 1])
})

test('Benjamini and Hochberg`s adjustment of four p-values, worked by hand', () => {
  // Sorted .01, .02, .03, .5: 4/1 x .01 = .04, 4/2 x .02 = .04, 4/3 x .03 = .04, .5.
  expect(Array.from(adjustForMany([0.5, 0.01, 0.03, 0.02]), (q) => Number(q.toFixed(12)))).toEqual([
    0.5, 0.04, 0.04, 0.04,
  ])
  // .04 x 3/2 = .06 is more than what follows, .05 x 3/3: the steps never go down.
  expect(Array.from(adjustForMany([0.04, 0.05, 0.001]), (q) => Number(q.toFixed(12)))).toEqual([
    0.05, 0.05, 0.003,
  ])
  expect(adjustForMany([])).toHaveLength(0)
})

describe('hotspots', () => {
  const points = toDegrees(seedPoints(600, 1))
  const found = findHotspots(points)

  test('say n, parameters and how many cells are more than chance', () => {
    const { cells, ...parameters } = found
    expect(parameters).toMatchObject({ n: 600, acrossMeters: 400, permutations: 9999, significance: 0.05 })
    const significant = cells.features.filter(({ properties }) => properties.isSignificant)
    expect(significant).toHaveLength(found.significantCellsAdjusted)
    expect(found.significantCellsAdjusted).toBeGreaterThan(0)
    expect(found.significantCells).toBeGreaterThan(found.significantCellsAdjusted)
    expect(cells.features.reduce((sum, { properties }) => sum + properties.count, 0)).toBe(600)
    for (const { properties } of significant) expect(properties.z).toBeGreaterThan(0)
  })

  test('of points that lie evenly, and of none, are none', () => {
    const places = Array.from({ length: 400 }, (_, point) => [point % 20, Math.floor(point / 20)] as const)
    const even = {
      x: Float64Array.from(places, ([column]) => 356_000 + 400 * column),
      y: Float64Array.from(places, ([, row]) => 5_654_000 + 400 * row),
    }
    expect(findHotspots(toDegrees(even)).significantCellsAdjusted).toBe(0)
    const none = findHotspots({ lng: [], lat: [] })
    expect([none.n, none.cells.features]).toEqual([0, []])
  })
})
