import { expect, test } from 'vitest'
import { pickPlaces } from '#lib/core/geo/select/pick-places.ts'

test('only entries of the kind that have a place and a bit are picked, in their order', () => {
  const points = {
    locatedCount: 4,
    kind: Uint8Array.of(0, 1, 0, 0, 0),
    lng: Float64Array.of(7, 7.1, 7.2, 7.3, Number.NaN),
    lat: Float64Array.of(51, 51.1, 51.2, 51.3, Number.NaN),
  }
  expect(pickPlaces(points, Uint8Array.of(1, 1, 0, 1, 1), 'business')).toEqual({
    ranks: Int32Array.of(0, 3),
    lng: Float64Array.of(7, 7.3),
    lat: Float64Array.of(51, 51.3),
  })
  expect(pickPlaces(points, Uint8Array.of(0, 0, 0, 0, 1), 'business').ranks).toHaveLength(0)
})
