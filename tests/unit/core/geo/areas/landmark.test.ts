import { expect, test } from 'vitest'
import { findLandmark } from '#lib/core/geo/areas/landmark.ts'
import { toSurroundings } from '#lib/core/geo/areas/surroundings.ts'

const OUTLINE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [6.999, 50.999],
      [7.001, 50.999],
      [7.001, 51.001],
      [6.999, 51.001],
      [6.999, 50.999],
    ],
  ],
}
/** A degree of latitude is about 111 km. */
const north = (meters: number) => ({ lng: 7, lat: 51 + meters / 111_250 })
const station = (meters: number, name: string | null) => ({ kind: 'station', name, ...north(meters) })
const find = (stations: ReturnType<typeof station>[], streets: { meters: number; name: string }[] = []) =>
  findLandmark(
    toSurroundings(
      stations,
      streets.map(({ meters, name }) => ({ name, ...north(meters) })),
    ),
    OUTLINE,
  )

test('the nearest station within five hundred metres gives its name, without saying twice what it is', () => {
  expect(find([station(450, 'Bahnhof Weit'), station(-300, 'Bahnhof Opladen')])).toEqual({
    kind: 'station',
    name: 'Opladen',
  })
  expect(find([station(100, 'Opladen Bf')])?.name).toBe('Opladen')
  expect(find([station(100, 'Bahnhofstraße')])?.name).toBe('Bahnhofstraße')
})

test('where there is none, or none with a name, the nearest street does; far away nothing does', () => {
  const streets = [
    { meters: 250, name: 'Ringstraße' },
    { meters: 120, name: 'Kirchgasse' },
  ]
  expect(find([station(600, 'Opladen'), station(50, null)], streets)).toEqual({
    kind: 'street',
    name: 'Kirchgasse',
  })
  expect(find([], [{ meters: 400, name: 'Ringstraße' }])).toBeNull()
})
