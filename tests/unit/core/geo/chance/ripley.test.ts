import { booleanPointInPolygon } from '@turf/turf'
import type { Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { chooseNull, createDraw, type Null } from '#lib/core/geo/chance/null-places.ts'
import { countPairs, measureClustering } from '#lib/core/geo/chance/ripley.ts'
import { createRandom } from '#lib/core/geo/plane/random.ts'
import { unproject } from '#lib/core/geo/plane/unproject.ts'
import { seedPoints, toDegrees } from '#tests/support/seeded-points.ts'

/** A square of 2 km with a hole of 1 km, in degrees. */
const square = (west: number, south: number, side: number) =>
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ].map(([x = 0, y = 0]) => unproject(x, y))
const holed: Polygon = {
  type: 'Polygon',
  coordinates: [square(356_000, 5_656_000, 2000), square(356_500, 5_656_500, 1000).reverse()],
}

test('pairs are those of every distance', () => {
  const { x, y } = seedPoints(400, 12)
  const counts = countPairs({ x, y }, 20)
  const naive = Array.from({ length: 20 }, () => 0)
  for (const [a, east] of x.entries())
    for (let b = a + 1; b < x.length; b++) {
      const meters = Math.hypot(east - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0))
      for (const [step] of naive.entries())
        if (meters <= 50 * (step + 1)) naive[step] = (naive[step] ?? 0) + 1
    }
  expect([...counts]).toEqual(naive)
})

test('L(r) - r of five points in a square, worked by hand', () => {
  // Corners of 60 m and their middle: 4 pairs 42.4 m apart, 4 of 60 m, 2 of 84.9 m; A is the outline's, n (n - 1) = 20.
  const corners = [
    [0, 0],
    [60, 0],
    [60, 60],
    [0, 60],
    [30, 30],
  ] as const
  const places = corners.map(([x, y]) => unproject(356_100 + x, 5_656_100 + y))
  const found = measureClustering(
    { lng: places.map(([lng = 0]) => lng), lat: places.map(([, lat = 0]) => lat) },
    { from: 'outline', outline: holed },
    { maxRadiusMeters: 150, runs: 1 },
  )
  const area = (found?.areaSquareKilometers ?? 0) * 1e6
  expect(Math.abs(area / 3e6 - 1)).toBeLessThan(1e-6)
  const expected = [8, 20, 20].map(
    (ordered, step) => Math.sqrt((area * ordered) / 20 / Math.PI) - 50 * (step + 1),
  )
  for (const [step, value] of expected.entries()) expect(found?.curve[step]?.observed).toBeCloseTo(value, 9)
})

describe('against places', () => {
  const places = toDegrees(seedPoints(5000, 1))
  const model: Null = { from: 'addresses', ...places }
  const take = (n: number, from: number) => ({
    lng: places.lng.slice(from, from + n),
    lat: places.lat.slice(from, from + n),
  })

  test('a sample of them is what chance gives', () => {
    const ps = [0, 100, 200, 300, 400].map((from) => measureClustering(take(100, from), model)?.p ?? 0)
    expect(ps.filter((p) => p <= 0.05).length).toBeLessThanOrEqual(1)
  })

  test('all at a few of them is more than chance; the curve leaves the envelope', () => {
    const near = [...places.lng.keys()].filter(
      (place) =>
        Math.abs((places.lng[place] ?? 0) - 7) < 0.02 && Math.abs((places.lat[place] ?? 0) - 51.05) < 0.012,
    )
    const crowd = near.slice(0, 60)
    const found = measureClustering(
      {
        lng: crowd.map((place) => places.lng[place] ?? 0),
        lat: crowd.map((place) => places.lat[place] ?? 0),
      },
      model,
    )
    expect(crowd).toHaveLength(60)
    expect(found).toMatchObject({ n: 60, runs: 99, p: 0.01, null: { from: 'addresses', places: 5000 } })
    expect(found?.curve.some(({ observed, high }) => observed > high)).toBe(true)
    for (const { low, mean, high } of found?.curve ?? []) expect(low <= mean && mean <= high).toBe(true)
  })

  test('the seed makes it repeatable', () => {
    const once = measureClustering(take(50, 0), model)
    expect(measureClustering(take(50, 0), model)).toEqual(once)
    expect(measureClustering(take(50, 0), model, { seed: 5 })).not.toEqual(once)
  })
})

test('an outline is drawn from evenly, its hole never', () => {
  const { draw } = createDraw({ from: 'outline', outline: holed })
  const { x, y } = draw(3000, createRandom(4))
  for (const [point, east] of x.entries())
    expect(booleanPointInPolygon(unproject(east, y[point] ?? 0), holed)).toBe(true)
  const west = x.filter((east) => east < 356_500).length / 3000
  // The western strip is a quarter of the square and a third of what the hole leaves.
  expect(Math.abs(west - 1 / 3)).toBeLessThan(0.03)
})

test('a hull of the points is a null of its own: even points in it are what chance gives', () => {
  const { x, y } = createDraw({
    from: 'outline',
    outline: { type: 'Polygon', coordinates: [holed.coordinates[0] ?? []] },
  }).draw(200, createRandom(9))
  const places = Array.from(x, (east, point) => unproject(east, y[point] ?? 0))
  const points = { lng: places.map(([lng = 0]) => lng), lat: places.map(([, lat = 0]) => lat) }
  const found = measureClustering(points, { from: 'hull', ...points })
  expect(found?.null).toEqual({ from: 'hull', places: null })
  expect(found?.p).toBeGreaterThan(0.05)
  expect(found?.areaSquareKilometers).toBeGreaterThan(3.5)
  expect(found?.areaSquareKilometers).toBeLessThan(4)
})

describe('the null', () => {
  const spread = toDegrees(seedPoints(400, 3))
  const places = (count: number) => ({ lng: spread.lng.slice(0, count), lat: spread.lat.slice(0, count) })

  test('is the first that has enough', () => {
    const choices = { addresses: places(150), surroundings: places(400), outline: holed }
    expect(chooseNull(130, choices).from).toBe('addresses')
    expect(chooseNull(200, choices).from).toBe('surroundings')
    expect(chooseNull(500, choices).from).toBe('outline')
    expect(chooseNull(5, { ...choices, addresses: places(99), surroundings: places(99) }).from).toBe(
      'outline',
    )
  })

  test('is none that lies on one spot: from what is chosen one can draw', () => {
    const spot = { lng: new Float64Array(150).fill(7), lat: new Float64Array(150).fill(51) }
    const model = chooseNull(7, { addresses: spot, surroundings: places(100), outline: holed })
    expect(model.from).toBe('surroundings')
    expect(chooseNull(7, { addresses: spot, surroundings: spot, outline: holed }).from).toBe('outline')
    for (const surroundings of [spot, places(0)])
      expect(
        createDraw(chooseNull(7, { addresses: spot, surroundings, outline: holed })).areaSquareMeters,
      ).toBeGreaterThan(0)
  })
})

test('four points claim nothing; what cannot be drawn from or counted is named', () => {
  const points = toDegrees(seedPoints(5, 1))
  const outline: Null = { from: 'outline', outline: holed }
  expect(measureClustering({ lng: points.lng.slice(1), lat: points.lat.slice(1) }, outline)).toBeNull()
  for (const lng of [[], [7], [7, 7, 7]])
    expect(() => measureClustering(points, { from: 'addresses', lng, lat: lng.map(() => 51) })).toThrow(
      /^The null model has no area/,
    )
  for (const maxRadiusMeters of [0, 49, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => measureClustering(points, outline, { maxRadiusMeters })).toThrow(/^maxRadiusMeters is/)
  expect(() => measureClustering(points, outline, { runs: 0 })).toThrow(/^runs is 0/)
})
