import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bbox } from '#lib/core/domain/bbox.ts'
import { KINDS } from '#lib/core/domain/entry.ts'
import {
  CELL_PIXELS,
  type ClusterView,
  clusterForView,
  countDisciplines,
  type MapItem,
} from '#lib/core/geo/map/map-clusters.ts'
import { toWorldX, toWorldY, WORLD_PIXELS } from '#lib/core/geo/plane/web-mercator.ts'
import { decodePoints } from '#lib/core/snapshot/decode.ts'
import { encodePoints, sortForSnapshot } from '#lib/core/snapshot/encode.ts'
import type { PointRow, SnapshotPoints } from '#lib/core/snapshot/format.ts'
import { markRadiusPixels } from '#lib/core/style/icon-ids.ts'

const row = (lng: number, lat: number, kind: PointRow['kind'] = 'business'): PointRow => ({
  lng,
  lat,
  kind,
  disciplines: kind === 'business' ? ['design'] : [],
  state: 'verified',
})
const toPoints = (rows: PointRow[]) => decodePoints(encodePoints(sortForSnapshot(rows)))
const everything = (points: SnapshotPoints) => new Uint8Array(points.count).fill(1)
const BOX: Bbox = [6.9, 51, 7.1, 51.1]

function items(points: SnapshotPoints, zoom: number, bbox = BOX, mask = everything(points)): MapItem[] {
  const view: ClusterView = { zoom, bbox, radiusPixels: markRadiusPixels }
  return clusterForView(points, mask, view)
}

function pixelsOf({ lng, lat }: { lng: number; lat: number }, zoom: number): { x: number; y: number } {
  const world = WORLD_PIXELS * 2 ** zoom
  return { x: toWorldX(lng) * world, y: toWorldY(lat) * world }
}

/** Towns of any shape: crowds around a few centres, entries at one address, some far out. */
const register = fc
  .record({
    centres: fc.array(
      fc.tuple(
        fc.double({ min: 6.92, max: 7.08, noNaN: true }),
        fc.double({ min: 51.02, max: 51.08, noNaN: true }),
      ),
      { minLength: 1, maxLength: 4 },
    ),
    offsets: fc.array(
      fc.record({
        centre: fc.nat(3),
        spread: fc.constantFrom(0, 0.00002, 0.0004, 0.004, 0.02),
        east: fc.double({ min: -1, max: 1, noNaN: true }),
        north: fc.double({ min: -1, max: 1, noNaN: true }),
        kind: fc.constantFrom('business', 'business', 'business', 'space'),
      }),
      { minLength: 1, maxLength: 250 },
    ),
  })
  .map(({ centres, offsets }) =>
    offsets.map(({ centre, spread, east, north, kind }) => {
      const [lng, lat] = centres[centre % centres.length] ?? [7, 51]
      return row(lng + spread * east, lat + spread * north, kind as PointRow['kind'])
    }),
  )
const zoomLevel = fc.integer({ min: 16, max: 40 }).map((halves) => halves / 2)
const run = { seed: 20261124, numRuns: 150 }

describe('in any register, at any zoom', () => {
  test('no mark lies over another', () => {
    fc.assert(
      fc.property(register, zoomLevel, (rows, zoom) => {
        const marks = items(toPoints(rows), zoom).map((item) => ({
          ...pixelsOf(item, zoom),
          radius: item.radiusPixels,
        }))
        for (const [at, a] of marks.entries())
          for (const b of marks.slice(at + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius - 0.001)
      }),
      run,
    )
  })

  test('every entry of the view is in exactly one item of its kind, near its place', () => {
    fc.assert(
      fc.property(register, zoomLevel, fc.nat(), (rows, zoom, seed) => {
        const points = toPoints(rows)
        const mask = everything(points).map((_, rank) => ((seed + rank * 7) % 5 === 0 ? 0 : 1))
        const found = items(points, zoom, BOX, mask)
        const ranks = found.flatMap((item) => [...item.ranks])
        expect(ranks.toSorted((a, b) => a - b)).toEqual([...mask.keys()].filter((rank) => mask[rank] === 1))
        for (const item of found) {
          const place = pixelsOf(item, zoom)
          for (const rank of item.ranks) {
            expect(KINDS[points.kind[rank] ?? 0]).toBe(item.kind)
            const own = pixelsOf({ lng: points.lng[rank] ?? 0, lat: points.lat[rank] ?? 0 }, zoom)
            expect(Math.hypot(own.x - place.x, own.y - place.y)).toBeLessThan(CELL_PIXELS * Math.SQRT2)
          }
        }
      }),
      run,
    )
  })

  test('items hold still while the map is moved', () => {
    const shift = fc.double({ min: -0.05, max: 0.05, noNaN: true })
    fc.assert(
      fc.property(register, zoomLevel, shift, shift, (rows, zoom, east, north) => {
        const points = toPoints(rows)
        const bbox: Bbox = [6.97 + east, 51.03 + north, 7.03 + east, 51.06 + north]
        const all = new Map(items(points, zoom).map((item) => [item.ranks[0], item]))
        for (const item of items(points, zoom, bbox)) expect(item).toEqual(all.get(item.ranks[0]))
      }),
      run,
    )
  })
})

describe('a small register', () => {
  const points = toPoints([
    row(7, 51.05),
    row(7, 51.05),
    row(7.0001, 51.0501),
    row(7.0001, 51.05),
    row(7.05, 51.06),
    row(7, 51.05, 'space'),
  ])

  test('far out businesses are one donut and the space stands beside it', () => {
    expect(items(points, 3, [-10, 40, 20, 60]).map(({ kind, ranks }) => [kind, ranks.length])).toEqual([
      ['business', 5],
      ['space', 1],
    ])
  })

  test('close up, only entries at one place stay together', () => {
    const several = items(points, 20).filter(({ ranks }) => ranks.length > 1)
    expect(several.map(({ ranks, isOnePlace }) => [ranks.length, isOnePlace])).toEqual([[2, true]])
  })

  test('a mark alone stands where its entry is', () => {
    const alone = items(points, 14).find(({ lng }) => lng > 7.04)
    expect([alone?.lng, alone?.lat]).toEqual([expect.closeTo(7.05, 9), expect.closeTo(51.06, 9)])
  })

  test('what mask and view leave out is not drawn', () => {
    expect(items(points, 10, BOX, new Uint8Array(points.count))).toEqual([])
    expect(items(points, 10, [0, 0, 1, 1])).toEqual([])
  })

  test('a business counts once, by its primary discipline, a space not at all', () => {
    expect(countDisciplines(points, points.lng.keys())[6]).toBe(5)
  })
})
