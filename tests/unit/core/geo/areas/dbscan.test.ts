import { clustersDbscan as turfClustersDbscan } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dbscan, KIND_BORDER, KIND_CORE, KIND_NOISE } from '#lib/core/geo/areas/dbscan.ts'
import { betweenDistances, formatPartition, toEquator } from '#tests/support/partitions.ts'
import { type SeededPoints, seedPoints } from '#tests/support/seeded-points.ts'

const columns = (places: readonly (readonly [number, number])[]): SeededPoints => ({
  x: Float64Array.from(places, ([x]) => x),
  y: Float64Array.from(places, ([, y]) => y),
})

/** Ester et al. read word by word: every pair is compared. */
function compareAll({ x, y }: SeededPoints, epsMeters: number, minPoints: number) {
  const near = Array.from(x, (_, a) =>
    Array.from(x.keys()).filter(
      (b) => ((x[a] ?? 0) - (x[b] ?? 0)) ** 2 + ((y[a] ?? 0) - (y[b] ?? 0)) ** 2 <= epsMeters ** 2,
    ),
  )
  const isCore = near.map(({ length }) => length >= minPoints)
  const labels = new Array<number>(x.length).fill(-1)
  for (const start of x.keys()) {
    if (!isCore[start] || labels[start] !== -1) continue
    labels[start] = start
    for (const stack = [start]; stack.length > 0; )
      for (const next of near[stack.pop() ?? 0] ?? [])
        if (isCore[next] && labels[next] === -1) {
          labels[next] = start
          stack.push(next)
        }
  }
  return { isCore, labels, near }
}

describe('the same cores in the same clusters as Turf', () => {
  const cases = [3, 5, 8].flatMap((minPoints) =>
    [120, 250, 450].flatMap((eps, index) => ({ minPoints, eps, seed: minPoints * 10 + index, count: 700 })),
  )
  test.each([...cases, { minPoints: 5, eps: 200, seed: 1, count: 3000 }])(
    '$count points, seed $seed, eps $eps m, minPoints $minPoints',
    ({ minPoints, eps, seed, count }) => {
      const points = seedPoints(count, seed)
      const epsMeters = betweenDistances(points, eps)
      const { labels, kinds } = dbscan(points.x, points.y, epsMeters, minPoints)
      const turf = turfClustersDbscan(toEquator(points), epsMeters, {
        units: 'meters',
        minPoints,
        mutate: true,
      })
      const turfLabels = turf.features.map(({ properties }) => properties.cluster ?? -1)
      // Turf calls some borders core, so ours say which points are compared; a core is in a cluster on both sides.
      const isCore = (index: number) => kinds[index] === KIND_CORE
      expect(formatPartition(labels, isCore)).toBe(formatPartition(turfLabels, isCore))
      expect(Array.from(labels, (label) => label < 0)).toEqual(turfLabels.map((label) => label < 0))
      expect(kinds.filter((kind) => kind === KIND_CORE).length).toBeGreaterThan(5)
    },
  )
})

describe('any points', () => {
  const coordinate = fc.oneof(
    fc.integer({ min: 0, max: 12 }),
    fc.double({ min: -300, max: 300, noNaN: true }),
  )
  const places = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 120 })
  const parameters = { seed: 1996, numRuns: 300 }

  test('get the cores, clusters and noise that comparing every pair gives', () => {
    const property = fc.property(
      places,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 7 }),
      (list, eps, minPoints) => {
        const points = columns(list)
        const { labels, kinds } = dbscan(points.x, points.y, eps, minPoints)
        const expected = compareAll(points, eps, minPoints)
        expect(Array.from(kinds, (kind) => kind === KIND_CORE)).toEqual(expected.isCore)
        const isCore = (index: number) => expected.isCore[index] === true
        expect(formatPartition(labels, isCore)).toBe(formatPartition(expected.labels, isCore))
        for (const [index, kind] of kinds.entries()) {
          const cores = (expected.near[index] ?? []).filter(isCore)
          if (kind === KIND_NOISE) expect([labels[index], cores]).toEqual([-1, []])
          if (kind === KIND_BORDER) expect(cores.map((core) => labels[core])).toContain(labels[index])
        }
      },
    )
    fc.assert(property, parameters)
  })

  test('in any order keep their cores, their clusters and their borders', () => {
    const shuffled = places.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length })),
    )
    const property = fc.property(shuffled, ([list, order]) => {
      const before = columns(list)
      const after = columns(order.map((index) => list[index] ?? [0, 0]))
      const first = dbscan(before.x, before.y, 25, 4)
      const second = dbscan(after.x, after.y, 25, 4)
      expect(Array.from(order, (index) => first.kinds[index])).toEqual([...second.kinds])
      const isCore = (index: number) => second.kinds[index] === KIND_CORE
      const moved = order.map((index) => first.labels[index] ?? -1)
      expect(formatPartition(moved, isCore)).toBe(formatPartition(second.labels, isCore))
    })
    fc.assert(property, parameters)
  })
})

test('a border joins its nearest core, whichever cluster was found first', () => {
  const far = [18.9, 24, 24, 24]
  const near = [0, -5, -5, -5]
  const { x, y } = columns([...far, ...near, 9].map((east) => [east, 0] as const))
  const { labels, kinds } = dbscan(x, y, 10, 5)
  expect([...labels]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1])
  expect(kinds[8]).toBe(KIND_BORDER)
})

test('nothing, one point, one spot and far places are calm', () => {
  expect(dbscan(new Float64Array(), new Float64Array(), 10, 5).count).toBe(0)
  expect([...dbscan(Float64Array.of(3), Float64Array.of(4), 10, 2).labels]).toEqual([-1])
  const spot = columns(new Array(1000).fill([7, 7]))
  expect(dbscan(spot.x, spot.y, 10, 5).count).toBe(1)
  const far = columns([
    [0, 0],
    [1e9, -1e9],
    [-1e12, 3],
    [0, 0.5],
  ])
  expect([...dbscan(far.x, far.y, 1, 2).labels]).toEqual([0, -1, -1, 0])
})

test('two dense rows just too far apart stay two', () => {
  const row = (up: number) => Array.from({ length: 3000 }, (_, index) => [index / 150, up] as const)
  const { x, y } = columns([...row(0), ...row(10.001)])
  expect(dbscan(x, y, 10, 5).count).toBe(2)
  expect(dbscan(x, y, 10.001, 5).count).toBe(1)
})

test('bad input is named, with its cure', () => {
  const { x, y } = columns([[0, 0]])
  for (const eps of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => dbscan(x, y, eps, 5)).toThrow(/^epsMeters is/)
  for (const minPoints of [0, 1.5, -2]) expect(() => dbscan(x, y, 10, minPoints)).toThrow(/^minPoints is/)
  expect(() => dbscan(x, new Float64Array(2), 10, 5)).toThrow(/^x has 1 values, y 2/)
  expect(() => dbscan(Float64Array.of(Number.NaN), y, 10, 5)).toThrow(/^Point 0 has no finite coordinates/)
})
