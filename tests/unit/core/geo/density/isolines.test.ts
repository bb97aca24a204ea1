import { booleanPointInPolygon } from '@turf/turf'
import { describe, expect, test } from 'vitest'
import { estimateDensity } from '#lib/core/geo/density/density.ts'
import { chooseLevels, toIsolines } from '#lib/core/geo/density/isolines.ts'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { unproject } from '#lib/core/geo/plane/unproject.ts'
import { seedPoints } from '#tests/support/seeded-points.ts'

test('around one business the line lies where the kernel has the level, worked by hand', () => {
  const middle = { x: 356_000, y: 5_658_000 }
  const grid = estimateDensity(
    { x: Float64Array.of(middle.x), y: Float64Array.of(middle.y) },
    { bandwidthMeters: 250 },
  )
  // Half the peak of 2.546479 per km2 is reached at 250 sqrt(2 ln 2) = 294.35 m.
  const [line] = toIsolines(grid, [2.546479 / 2]).features
  const [[ring = []] = []] = line?.geometry.coordinates ?? []
  expect(line?.geometry.coordinates).toHaveLength(1)
  const { x, y } = projectPoints(
    ring.map(([lng = 0]) => lng),
    ring.map(([, lat = 0]) => lat),
  )
  for (const [corner, east] of x.entries())
    expect(Math.abs(Math.hypot(east - middle.x, (y[corner] ?? 0) - middle.y) - 294.35)).toBeLessThan(1)
})

describe('lines of a city', () => {
  const grid = estimateDensity(seedPoints(300, 6), { bandwidthMeters: 250 })
  const lines = toIsolines(grid)

  test('are closed and turn as RFC 7946 asks: outer rings against the clock, holes with it', () => {
    expect(lines.features.length).toBeGreaterThan(3)
    for (const { geometry } of lines.features)
      for (const rings of geometry.coordinates)
        for (const [place, ring] of rings.entries()) {
          expect(ring[0]).toEqual(ring.at(-1))
          const turn = ring.slice(1).reduce((sum, [lng = 0, lat = 0], index) => {
            const [lastLng = 0, lastLat = 0] = ring[index] ?? []
            return sum + (lng - lastLng) * (lat + lastLat)
          }, 0)
          expect(turn < 0).toBe(place === 0)
        }
  })

  test('hold the cells that reach the level and no others', () => {
    const { columns, rows, west, south, cellMeters, perSquareKilometer } = grid
    const line = lines.features[2]
    if (!line) throw new Error('There is no third line.')
    const level = line.properties.atLeastPerSquareKilometer
    for (let cell = 0; cell < columns * rows; cell += 997) {
      const value = perSquareKilometer[cell] ?? 0
      if (Math.abs(value - level) < level / 100) continue
      const place = unproject(
        west + ((cell % columns) + 0.5) * cellMeters,
        south + (Math.floor(cell / columns) + 0.5) * cellMeters,
      )
      expect(booleanPointInPolygon(place, line)).toBe(value > level)
    }
  })
})

test('levels are round and reach up to the maximum', () => {
  const levels = (maximum: number) => chooseLevels({ perSquareKilometer: Float32Array.of(0, maximum) })
  expect(levels(58)).toEqual([10, 20, 30, 40, 50])
  expect(levels(30)).toEqual([5, 10, 15, 20, 25, 30])
  expect(levels(2)).toEqual([0.5, 1, 1.5, 2])
  expect(levels(0.35)).toEqual([0.1, 0.2, 0.3])
  expect(levels(0)).toEqual([])
  const none = estimateDensity({ x: new Float64Array(), y: new Float64Array() }, { bandwidthMeters: 250 })
  expect(toIsolines(none).features).toEqual([])
})
