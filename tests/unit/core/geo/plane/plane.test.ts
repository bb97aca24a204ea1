import { convex, featureCollection, point } from '@turf/turf'
import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import { findHull, measurePolygons } from '#lib/core/geo/plane/plane.ts'
import { createRandom } from '#lib/core/geo/plane/random.ts'

const square = (west: number, south: number, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
]

test('area and middle of a square with a hole, worked by hand', () => {
  // 16 - 1 = 15; x: (16 x 2 - 1 x 3.5) / 15 = 1.9, y: (16 x 2 - 1 x .5) / 15 = 2.1. Whichever way the rings turn, closed or not.
  const hole = [...square(3, 0, 1), [3, 0]]
  for (const rings of [
    [square(0, 0, 4), hole],
    [square(0, 0, 4).reverse(), hole.toReversed()],
  ]) {
    const { area, middle } = measurePolygons([rings])
    expect(area).toBeCloseTo(15, 9)
    expect(middle?.[0]).toBeCloseTo(1.9, 9)
    expect(middle?.[1]).toBeCloseTo(2.1, 9)
  }
  // Two squares of 1 and 9: the middle is nine times nearer to the larger.
  const { area, middle } = measurePolygons([[square(0, 0, 1)], [square(10, 0, 3)]])
  expect(area).toBeCloseTo(10, 9)
  expect(middle?.[0]).toBeCloseTo((0.5 + 9 * 11.5) / 10, 9)
  expect(measurePolygons([])).toEqual({ area: 0, middle: null })
  expect(measurePolygons([[square(1, 1, 0)]]).middle).toBeNull()
})

test('the hull is Turf`s, against the clock', () => {
  const random = createRandom(3)
  for (let round = 0; round < 50; round++) {
    const places = Array.from({ length: 3 + round }, (): Position => [random.next(), random.next()])
    const hull = findHull(places) ?? []
    const turf = convex(featureCollection(places.map((place) => point(place))))
    const corners = (ring: Position[] = []) => ring.slice(1).map(String).sort()
    expect(corners(hull)).toEqual(corners(turf?.geometry.coordinates[0]))
    expect(hull[0]).toEqual(hull.at(-1))
    expect(measurePolygons([[hull]]).area).toBeGreaterThan(0)
  }
})

test('places in a row, on one spot or too few have no hull', () => {
  for (const places of [
    [],
    [[1, 1]],
    [
      [1, 1],
      [2, 2],
    ],
    [
      [0, 0],
      [2, 2],
      [1, 1],
    ],
    [
      [5, 5],
      [5, 5],
      [5, 5],
    ],
  ])
    expect(findHull(places)).toBeNull()
})
