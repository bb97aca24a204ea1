import { expect, test } from 'vitest'
import { nameAreas } from '#lib/core/geo/areas/area-names.ts'
import type { Areas } from '#lib/core/geo/areas/areas.ts'
import { toSurroundings } from '#lib/core/geo/areas/surroundings.ts'

/** Areas of 200 m, so many metres north of a spot, as `outlineAreas` numbers them. */
function toAreas(...areas: { district: string; name: string; northMeters: number }[]): Areas {
  return {
    type: 'FeatureCollection',
    features: areas.map(({ district, name, northMeters }, cluster) => {
      const south = 51 + northMeters / 111_250
      const ring = [
        [6.999, south - 0.001],
        [7.001, south - 0.001],
        [7.001, south + 0.001],
        [6.999, south + 0.001],
        [6.999, south - 0.001],
      ]
      const properties = { letter: 'A', name, district, count: 9, areaSquareKilometers: 0.03, cluster }
      return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties }
    }),
  }
}
const AREAS = toAreas(
  { district: 'Opladen', name: 'Opladen 1', northMeters: 0 },
  { district: 'Opladen', name: 'Opladen 2', northMeters: 5000 },
  { district: 'Opladen', name: 'Opladen 3', northMeters: 5100 },
  { district: '', name: '', northMeters: 9000 },
)

test('areas are called by district and what is near; a number stands only where both are alike', () => {
  const surroundings = toSurroundings(
    [{ kind: 'station', name: 'Bahnhof Opladen', lng: 7, lat: 51.001 }],
    [{ name: 'Ulmenweg', lng: 7, lat: 51 + 5050 / 111_250 }],
  )
  expect(nameAreas(AREAS, surroundings)).toEqual([
    { district: 'Opladen', landmark: { kind: 'station', name: 'Opladen' } },
    { district: 'Opladen 2', landmark: { kind: 'street', name: 'Ulmenweg' } },
    { district: 'Opladen 3', landmark: { kind: 'street', name: 'Ulmenweg' } },
    { district: '', landmark: null },
  ])
})

test('without surroundings the district and its number are the name', () => {
  expect(nameAreas(AREAS, null).map(({ district, landmark }) => [district, landmark])).toEqual([
    ['Opladen 1', null],
    ['Opladen 2', null],
    ['Opladen 3', null],
    ['', null],
  ])
})
