import { expect, test } from 'vitest'
import { clusterForView } from '#lib/geo/map-clusters.ts'
import { decodePoints } from '#lib/snapshot/decode.ts'
import { encodePoints, sortForSnapshot } from '#lib/snapshot/encode.ts'
import type { PointRow } from '#lib/snapshot/format.ts'

const row = (lng: number, lat: number, kind: PointRow['kind'] = 'business'): PointRow => ({
  lng,
  lat,
  kind,
  disciplines: kind === 'business' ? ['design'] : [],
  state: 'verified',
})
const rows = [
  row(7, 51),
  row(7, 51),
  row(7.0001, 51.0001),
  row(7.0001, 51),
  row(7.05, 51.05),
  row(7, 51, 'space'),
]
const points = decodePoints(encodePoints(sortForSnapshot(rows)))
const everything = new Uint8Array(points.count).fill(1)
const bbox = [6, 50, 8, 52] as const

test('every located entry that matches is in exactly one item, at every zoom', () => {
  for (const zoom of [0, 5, 10, 14, 18, 20]) {
    const ranks = clusterForView(points, everything, { zoom, bbox, radiusPixels: 60 }).flatMap(
      (item) => item.ranks,
    )
    expect(ranks.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5])
  }
})

test('far out businesses are one donut and the space stands beside it', () => {
  const items = clusterForView(points, everything, { zoom: 3, bbox, radiusPixels: 60 })
  expect(items.map(({ type, ranks }) => [type, ranks.length])).toEqual([
    ['cluster', 5],
    ['space', 1],
  ])
  expect(items[0]?.counts[6]).toBe(5)
})

test('close up, entries at one place stay a stack', () => {
  const items = clusterForView(points, everything, { zoom: 20, bbox, radiusPixels: 60 })
  expect(items.filter(({ type }) => type === 'stack').map(({ ranks }) => ranks.length)).toEqual([2])
})

test('what the mask or the view leaves out is not drawn', () => {
  expect(clusterForView(points, new Uint8Array(points.count), { zoom: 10, bbox, radiusPixels: 60 })).toEqual(
    [],
  )
  expect(clusterForView(points, everything, { zoom: 10, bbox: [0, 0, 1, 1], radiusPixels: 60 })).toEqual([])
})
