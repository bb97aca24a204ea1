import { expect, test } from 'vitest'
import type { MapItem } from '#lib/core/geo/map/map-clusters.ts'
import { alongPath, pathsBetween } from '#lib/core/geo/map/mark-paths.ts'

const mark = (lng: number, ...ranks: number[]): MapItem => ({
  kind: 'business',
  isOnePlace: false,
  lng,
  lat: 51,
  radiusPixels: 15,
  ranks: Int32Array.from(ranks),
})
const one = [mark(7, 0, 1, 2)]
const three = [mark(6.9, 0), mark(7, 1), mark(7.1, 2), mark(8, 3)]

test('parts come out of the whole, and go back into it', () => {
  const out = pathsBetween(one, three, 4)
  expect(out.map(({ from, to }) => [from[0], to[0]])).toEqual([
    [7, 6.9],
    [7, 7],
    [7, 7.1],
    [8, 8],
  ])
  const back = pathsBetween(three, one, 4)
  expect(back.map(({ from, to }) => [from[0], to[0]])).toEqual(out.map(({ from, to }) => [to[0], from[0]]))
})

test('a way begins and ends where it should', () => {
  const path = pathsBetween(one, three, 4)[0]
  if (!path) throw new Error('there is a path')
  expect([0, 1].map((share) => alongPath(path, share).lng)).toEqual([7, expect.closeTo(6.9, 12)])
})
