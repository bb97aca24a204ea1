import proj4 from 'proj4'
import { describe, expect, test } from 'vitest'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { createRandom } from '#lib/core/geo/plane/random.ts'

const UTM = '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs'

test('agrees with proj4 to the micrometre wherever the zone is used', () => {
  const random = createRandom(25832)
  const places = Array.from(
    { length: 2000 },
    () => [4 + 10 * random.next(), 46 + 10 * random.next()] as const,
  )
  const { x, y } = projectPoints(
    places.map(([lng]) => lng),
    places.map(([, lat]) => lat),
  )
  const errors = places.map(([lng, lat], index) => {
    const [east = 0, north = 0] = proj4('EPSG:4326', UTM, [lng, lat])
    return Math.hypot(east - (x[index] ?? 0), north - (y[index] ?? 0))
  })
  expect(Math.max(...errors)).toBeLessThan(1e-6)
})

describe('distances inside the city', () => {
  // Radii of curvature of GRS80: the geodesic's length between near places, without any projection.
  const geodesicMeters = (latDegrees: number, lngStep: number, latStep: number) => {
    const squaredEccentricity = 0.00669438002290079
    const radians = Math.PI / 180
    const w = 1 - squaredEccentricity * Math.sin(latDegrees * radians) ** 2
    const meridian = (6_378_137 * (1 - squaredEccentricity)) / w ** 1.5
    const normal = 6_378_137 / Math.sqrt(w)
    return Math.hypot(
      latStep * radians * meridian,
      lngStep * radians * normal * Math.cos(latDegrees * radians),
    )
  }

  test.each([
    ['Leverkusen', 7.0, 51.05],
    ['Köln', 6.95, 50.94],
    ['Bad Hersfeld', 9.71, 50.87],
  ])('keep within 0.1 %% in %s', (_, lng, lat) => {
    for (const [lngStep, latStep] of [
      [0.01, 0],
      [0, 0.01],
      [0.007, 0.007],
    ] as const) {
      const { x, y } = projectPoints(
        [lng - lngStep / 2, lng + lngStep / 2],
        [lat - latStep / 2, lat + latStep / 2],
      )
      const measured = Math.hypot((x[1] ?? 0) - (x[0] ?? 0), (y[1] ?? 0) - (y[0] ?? 0))
      expect(Math.abs(measured / geodesicMeters(lat, lngStep, latStep) - 1)).toBeLessThan(0.001)
    }
  })
})

test('columns of unequal length are refused, no columns give none, and what is no number stays none', () => {
  expect(() => projectPoints([7], [])).toThrow(RangeError)
  expect(projectPoints([], []).x).toHaveLength(0)
  expect(projectPoints([Number.NaN], [51]).x[0]).toBeNaN()
})
