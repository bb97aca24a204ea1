import { describe, expect, test } from 'vitest'
import {
  findKnee,
  kDistances,
  MAX_EPS_METERS,
  MIN_EPS_METERS,
  suggestEps,
} from '#lib/core/geo/areas/k-distance.ts'
import { createRandom } from '#lib/core/geo/plane/random.ts'
import { seedPoints } from '#tests/support/seeded-points.ts'

describe('distances to the k-th neighbour', () => {
  const compareAll = (x: Float64Array, y: Float64Array, k: number) =>
    Array.from(x, (_, a) => {
      const others = Array.from(x.keys()).filter((b) => b !== a)
      const sorted = others
        .map((b) => Math.sqrt(((x[b] ?? 0) - (x[a] ?? 0)) ** 2 + ((y[b] ?? 0) - (y[a] ?? 0)) ** 2))
        .sort((one, two) => one - two)
      return sorted[Math.min(k, others.length) - 1] ?? 0
    })

  test.each([1, 2, 5, 6, 40, 900])('are those of comparing every pair, for %i points', (count) => {
    const { x, y } = seedPoints(count, count)
    expect([...kDistances(x, y, 5)]).toEqual(compareAll(x, y, 5))
  })

  test('bear points on one spot, on one line and one far away', () => {
    const random = createRandom(5)
    const x = Float64Array.from({ length: 200 }, (_, index) =>
      index < 80 ? 7 : index === 199 ? 9e6 : 100 * random.next(),
    )
    const y = Float64Array.from(x, (_, index) => (index < 140 ? 3 : -1e5 * random.next()))
    expect([...kDistances(x, y, 5)]).toEqual(compareAll(x, y, 5))
    const spot = new Float64Array(50_000).fill(4)
    expect(new Set(kDistances(spot, spot, 5))).toEqual(new Set([0]))
  })

  test('of every third point are the same ones', () => {
    const { x, y } = seedPoints(300, 3)
    const all = kDistances(x, y, 5)
    expect([...kDistances(x, y, 5, 3)]).toEqual([...all].filter((_, index) => index % 3 === 0))
  })
})

describe('knee', () => {
  test('is the place furthest below the diagonal, worked by hand', () => {
    // Scaled: x 0 .25 .5 .75 1, y 0 .1 .2 .3 1; below the diagonal by 0 .15 .3 .45 0.
    expect(findKnee(Float64Array.of(10, 11, 12, 13, 20))).toBe(3)
  })

  test('is missing where the curve is straight, flat, bends the other way or is too short', () => {
    for (const curve of [[1, 2, 3, 4, 5], [2, 2, 2, 2], [1, 8, 9, 10], [1, 9], [4], []])
      expect(findKnee(Float64Array.from(curve))).toBeNull()
  })
})

describe('suggested eps', () => {
  test.each([5, 6, 30, 200, 2000])('stays sensible and round for %i points', (count) => {
    const { x, y } = seedPoints(count, 11)
    const { epsMeters, curve } = suggestEps(x, y, 5)
    expect(epsMeters).toBeGreaterThanOrEqual(MIN_EPS_METERS)
    expect(epsMeters).toBeLessThanOrEqual(MAX_EPS_METERS)
    expect(epsMeters % 10).toBe(0)
    expect([...curve]).toEqual([...curve].sort((a, b) => a - b))
  })

  test('parts groups from scatter, however far one stray point lies', () => {
    const random = createRandom(8)
    const place = (index: number) =>
      index < 150 ? 300 * Math.floor(random.next() * 3) * 10 + 250 * random.next() : 20_000 * random.next()
    const x = Float64Array.from({ length: 181 }, (_, index) => (index === 180 ? 4e6 : place(index)))
    const y = Float64Array.from(x, (_, index) => (index === 180 ? 4e6 : place(index)))
    const { epsMeters, kneeIndex, curve } = suggestEps(x, y, 5)
    expect(kneeIndex).not.toBeNull()
    expect(epsMeters).toBeLessThan(250)
    expect(curve.at(-1)).toBeGreaterThan(1e6)
  })

  test('without points, at one spot and without any neighbour is a bound', () => {
    const spot = new Float64Array(9).fill(5)
    expect(suggestEps(new Float64Array(), new Float64Array(), 5).epsMeters).toBe(MAX_EPS_METERS)
    expect(suggestEps(spot, spot, 5).epsMeters).toBe(MIN_EPS_METERS)
    const wide = Float64Array.from({ length: 9 }, (_, index) => index * 1e5)
    expect(suggestEps(wide, wide, 5)).toMatchObject({ epsMeters: MAX_EPS_METERS, kneeIndex: null })
  })
})
