import { describe, expect, test } from 'vitest'
import { drawDensity, readDensity, roundUp } from '#lib/core/geo/density/density-image.ts'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { unproject } from '#lib/core/geo/plane/unproject.ts'
import { toRampTable } from '#lib/core/style/density-ramp.ts'
import { THEMES } from '#lib/core/style/tokens.ts'

const points = { lng: [7.006, 7.0072, 6.986], lat: [51.066, 51.0655, 51.033] }
const options = { bandwidthMeters: 250, table: toRampTable('light') }

/** The definition, spot by spot. */
function sumDirectly(lng: number, lat: number, weights = [1, 1, 1]): number {
  const { x, y } = projectPoints(points.lng, points.lat)
  const spot = projectPoints([lng], [lat])
  const h2 = options.bandwidthMeters ** 2
  return weights.reduce((sum, weight, place) => {
    const d2 = ((x[place] ?? 0) - (spot.x[0] ?? 0)) ** 2 + ((y[place] ?? 0) - (spot.y[0] ?? 0)) ** 2
    return sum + (weight * 1e6 * Math.exp(-d2 / (2 * h2))) / (2 * Math.PI * h2)
  }, 0)
}

describe('the image of a density', () => {
  test('tells at any spot what the direct sum gives, within a hundredth of the maximum', () => {
    const { grid, topPerSquareKilometer } = drawDensity(points, options)
    for (const [lng, lat] of [
      [7.006, 51.066],
      [7.01, 51.064],
      [6.99, 51.034],
      [7, 51.05],
    ] as const)
      expect(Math.abs(readDensity(grid, lng, lat) - sumDirectly(lng, lat))).toBeLessThan(
        topPerSquareKilometer / 1000,
      )
    expect(readDensity(grid, 8, 52)).toBe(0)
  })

  test('leaves out what lies far from all others, and says how many are in it', () => {
    const far = { lng: [...points.lng, 144.96], lat: [...points.lat, -37.81] }
    expect(drawDensity(far, options)).toEqual(drawDensity(points, options))
    expect(drawDensity(far, options).n).toBe(3)
    const weights = [100, 20, 5]
    expect(drawDensity(far, { ...options, weights: [...weights, 900] })).toEqual(
      drawDensity(points, { ...options, weights }),
    )
  })

  test('weighs points where they have weights', () => {
    const weights = [100, 20, 0]
    const { grid } = drawDensity(points, { ...options, weights })
    expect(readDensity(grid, 7.006, 51.066) / sumDirectly(7.006, 51.066, weights)).toBeCloseTo(1, 2)
  })

  test('has its strongest pixel where the density is highest, north up', () => {
    const { grid, pixels } = drawDensity(points, options)
    const alphas = Array.from({ length: pixels.length / 4 }, (_, pixel) => pixels[4 * pixel + 3] ?? 0)
    const strongest = alphas.indexOf(Math.max(...alphas))
    const [lng = 0, lat = 0] = unproject(
      grid.west + ((strongest % grid.columns) + 0.5) * grid.cellMeters,
      grid.south + (grid.rows - 0.5 - Math.floor(strongest / grid.columns)) * grid.cellMeters,
    )
    expect(lng).toBeCloseTo(7.0066, 2)
    expect(lat).toBeCloseTo(51.0658, 2)
    expect(alphas[0]).toBe(0)
  })

  test('of no point has no pixels, of one a round spot', () => {
    expect(drawDensity({ lng: [], lat: [] }, options)).toMatchObject({ n: 0, topPerSquareKilometer: 0 })
    const one = drawDensity({ lng: [7], lat: [51] }, options)
    expect(one.topPerSquareKilometer).toBeGreaterThan(0)
    expect(readDensity(one.grid, 7, 51)).toBeCloseTo(1e6 / (2 * Math.PI * 250 ** 2), 1)
  })
})

test('the end of the scale is round, and never below the highest value', () => {
  expect([0, 0.37, 1, 17.3, 32.1, 99, 2100].map(roundUp)).toEqual([0, 0.4, 1, 20, 40, 100, 2400])
})

test.each(THEMES)('the ramp begins with nothing and grows ever stronger (%s)', (theme) => {
  const table = toRampTable(theme)
  const alphas = Array.from({ length: 256 }, (_, step) => table[4 * step + 3] ?? 0)
  expect(alphas[0]).toBe(0)
  expect(alphas).toEqual(alphas.toSorted((a, b) => a - b))
})
