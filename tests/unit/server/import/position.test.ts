import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCity } from '#lib/server/city.ts'
import { toLngLat } from '#lib/server/import/position.ts'
import type { Projection } from '#lib/server/import/profile.ts'
import { RowFault } from '#lib/server/import/row.ts'

const GERMANY = readCity().countryBox
const WORLD = [-180, -85, 180, 85] as const

/** Snyder 1987 (3-21): length of the meridian from the equator on GRS 80, metres. */
function meridianMeters(latDegrees: number): number {
  const [a, f] = [6_378_137, 1 / 298.257222101]
  const e2 = f * (2 - f)
  const phi = (latDegrees * Math.PI) / 180
  return (
    a *
    ((1 - e2 / 4 - (3 * e2 ** 2) / 64 - (5 * e2 ** 3) / 256) * phi -
      ((3 * e2) / 8 + (3 * e2 ** 2) / 32 + (45 * e2 ** 3) / 1024) * Math.sin(2 * phi) +
      ((15 * e2 ** 2) / 256 + (45 * e2 ** 3) / 1024) * Math.sin(4 * phi) -
      ((35 * e2 ** 3) / 3072) * Math.sin(6 * phi))
  )
}

describe('projections', () => {
  test.each([
    ['EPSG:25832', 9],
    ['EPSG:25833', 15],
  ] as const)('%s on its central meridian', (projection, lng) => {
    for (const lat of [48, 51.0661, 54.5]) {
      const place = toLngLat([500_000, 0.9996 * meridianMeters(lat)], projection, WORLD)
      expect(place.lng).toBeCloseTo(lng, 7)
      expect(place.lat).toBeCloseTo(lat, 6)
    }
  })

  test('EPSG:3857 by its formula', () => {
    const radius = 6_378_137
    const toMeters = (lng: number, lat: number): [number, number] => [
      (radius * lng * Math.PI) / 180,
      radius * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)),
    ]
    fc.assert(
      fc.property(
        fc.double({ min: 6, max: 15, noNaN: true }),
        fc.double({ min: 48, max: 55, noNaN: true }),
        (lng, lat) => {
          const place = toLngLat(toMeters(lng, lat), 'EPSG:3857', GERMANY)
          expect(place.lng).toBeCloseTo(lng, 6)
          expect(place.lat).toBeCloseTo(lat, 6)
        },
      ),
      { seed: 6 },
    )
  })
})

describe('the likely mistake is named', () => {
  test.each([
    ['swapped degrees', [51.06, 7.0], 'EPSG:4326', 'the coordinates are swapped'],
    ['swapped metres', [5_658_000, 360_000], 'EPSG:25832', 'the coordinates are swapped'],
    ['Paris', [2.35, 48.86], 'EPSG:4326', 'lies outside'],
    ['nowhere', [0, 0], 'EPSG:4326', 'lies outside'],
    ['metres said to be degrees', [360_000, 5_658_000], 'EPSG:4326', 'are not degrees'],
    ['no numbers', [Number.NaN, 51], 'EPSG:4326', 'are not numbers'],
    ['endless metres', [Number.POSITIVE_INFINITY, 51], 'EPSG:25832', 'are not numbers'],
  ] as const)('%s', (_, [x, y], projection, message) => {
    const read = () => toLngLat([x, y], projection as Projection, GERMANY)
    expect(read).toThrow(RowFault)
    expect(read).toThrow(message)
  })

  test('no pair of numbers leaves the box', () => {
    const number = fc.oneof(fc.double(), fc.double({ min: -200, max: 200 }), fc.constantFrom(1e308, -1e308))
    const projection = fc.constantFrom<Projection>('EPSG:4326', 'EPSG:25832', 'EPSG:25833', 'EPSG:3857')
    fc.assert(
      fc.property(number, number, projection, (x, y, name) => {
        try {
          const { lng, lat } = toLngLat([x, y], name, GERMANY)
          expect(lng >= GERMANY[0] && lng <= GERMANY[2] && lat >= GERMANY[1] && lat <= GERMANY[3]).toBe(true)
        } catch (fault) {
          expect(fault).toBeInstanceOf(RowFault)
        }
      }),
      { seed: 7, numRuns: 1000 },
    )
  })
})
