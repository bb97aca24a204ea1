import { expect, test } from 'vitest'
import { suggestBandwidth } from '#lib/core/geo/density/suggest-bandwidth.ts'
import { seedPoints } from '#tests/support/seeded-points.ts'

type Plane = { x: Float64Array; y: Float64Array }

/** The definition itself, with distances of every pair, over the points asked. */
function naive({ x, y }: Plane, h: number): number {
  const logs = Array.from(x, (own, point) => {
    const distances = Array.from(x, (other, index) =>
      index === point ? Number.POSITIVE_INFINITY : Math.hypot(other - own, (y[index] ?? 0) - (y[point] ?? 0)),
    )
    if (Math.min(...distances) > 800) return null
    const sum = distances.reduce((total, d) => total + Math.exp(-(d ** 2) / (2 * h ** 2)), 0)
    return Math.log(sum / ((x.length - 1) * 2 * Math.PI * h ** 2))
  }).filter((value) => value !== null)
  return logs.reduce((sum, value) => sum + value, 0) / logs.length
}

test.each([1, 2, 3])(
  'the likelihood is that of the definition, and the best bandwidth is chosen (seed %i)',
  (seed) => {
    const points = seedPoints(180, seed)
    const suggestion = suggestBandwidth(points)
    for (const { bandwidthMeters, meanLogDensity } of suggestion?.curve.filter(
      (_, place) => place % 10 === 0,
    ) ?? [])
      expect(Math.abs(meanLogDensity - naive(points, bandwidthMeters))).toBeLessThan(0.005)
    const best = suggestion?.bandwidthMeters ?? 0
    const most = naive(points, best)
    for (const h of [best - 20, best + 20])
      if (h >= 100 && h <= 800) expect(naive(points, h)).toBeLessThan(most)
  },
)

test('two pairs and a third, worked by hand, prefer the block', () => {
  // Three pairs 100 m apart, 10 km between pairs: under h each sees one other of 5, log(exp(-100^2 / 2h^2) / (5 x 2 pi h^2)).
  const points = {
    x: Float64Array.of(0, 100, 10_000, 10_100, 20_000, 20_100),
    y: new Float64Array(6),
  }
  const suggestion = suggestBandwidth(points)
  expect(suggestion?.bandwidthMeters).toBe(100)
  const expected = -0.5 - Math.log(5 * 2 * Math.PI * 100 ** 2)
  // Classes of 2 m count by their middle: at most a metre off, at a slope of 1/100 per metre.
  expect(Math.abs((suggestion?.curve[0]?.meanLogDensity ?? 0) - expected)).toBeLessThan(0.011)
})

test('one far away changes nothing; too few give no suggestion', () => {
  const { x, y } = seedPoints(120, 4)
  const suggestion = suggestBandwidth({ x, y })
  const far = suggestBandwidth({ x: Float64Array.of(...x, 400_000), y: Float64Array.of(...y, 5_700_000) })
  expect(far?.bandwidthMeters).toBe(suggestion?.bandwidthMeters)
  expect(suggestBandwidth({ x: x.slice(0, 4), y: y.slice(0, 4) })).toBeNull()
  const scattered = Float64Array.from({ length: 20 }, (_, index) => 10_000 * index)
  expect(suggestBandwidth({ x: scattered, y: scattered })).toBeNull()
})

test('many points on one spot are dense under every bandwidth, and no number is none', () => {
  const spot = { x: new Float64Array(10).fill(350_000), y: new Float64Array(10).fill(5_650_000) }
  expect(suggestBandwidth(spot)?.bandwidthMeters).toBe(100)
  for (const { meanLogDensity } of suggestBandwidth(spot)?.curve ?? [])
    expect(Number.isFinite(meanLogDensity)).toBe(true)
})
