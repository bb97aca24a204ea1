import { describe, expect, test } from 'vitest'
import { findAround } from '#lib/core/geo/select/around.ts'

const METERS_PER_DEGREE = 111_195
const HERE = { lng: 7.006, lat: 51.066 }

/** Points so many metres east and north of Opladen. */
function toPoints(offsets: [east: number, north: number][]) {
  const metersPerLng = METERS_PER_DEGREE * Math.cos((HERE.lat * Math.PI) / 180)
  return {
    locatedCount: offsets.length,
    lng: Float64Array.from(offsets, ([east]) => HERE.lng + east / metersPerLng),
    lat: Float64Array.from(offsets, ([, north]) => HERE.lat + north / METERS_PER_DEGREE),
  }
}

describe('entries around a spot', () => {
  const points = toPoints([
    [400, 0],
    [0, -120],
    [30, 0],
    [140, 140],
    [-60, 60],
  ])

  test('are the nearest within the radius, as far as the circle and not the box', () =>
    expect(findAround(points, HERE, 150, 5, () => true)).toEqual([2, 4, 1]))

  test('are at most so many, and only those that match', () => {
    expect(findAround(points, HERE, 150, 1, () => true)).toEqual([2])
    expect(findAround(points, HERE, 150, 5, (rank) => rank !== 2)).toEqual([4, 1])
    expect(findAround({ ...points, locatedCount: 0 }, HERE, 150, 5, () => true)).toEqual([])
  })
})
