import { area, booleanPointInPolygon } from '@turf/turf'
import proj4 from 'proj4'
import { describe, expect, test } from 'vitest'
import { ACROSS_METERS, NEIGHBOURS, toCentre, toCorners, toHexagons } from '#lib/core/geo/chance/hexagons.ts'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { unproject } from '#lib/core/geo/plane/unproject.ts'
import { seedPoints } from '#tests/support/seeded-points.ts'

const UTM = '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs'

test('metres become the degrees that proj4 gives, to the seventh decimal, and come back', () => {
  const { x, y } = seedPoints(500, 7)
  for (const [index, east] of x.entries()) {
    const north = y[index] ?? 0
    const [lng = 0, lat = 0] = unproject(east, north)
    const [expectedLng = 0, expectedLat = 0] = proj4(UTM, 'EPSG:4326', [east, north])
    expect(Math.abs(lng - expectedLng)).toBeLessThan(6e-8)
    expect(Math.abs(lat - expectedLat)).toBeLessThan(6e-8)
    const back = projectPoints([lng], [lat])
    expect(Math.hypot((back.x[0] ?? 0) - east, (back.y[0] ?? 0) - north)).toBeLessThan(0.01)
  }
})

describe('hexagons', () => {
  test('hold each point in the cell whose centre is nearest, 400 m from its neighbours` centres', () => {
    const points = seedPoints(1000, 3)
    const { q, r, count, cellOf, acrossMeters } = toHexagons(points)
    expect(acrossMeters).toBe(400)
    for (const [point, cell] of cellOf.entries()) {
      const distances = Array.from({ length: count }, (_, other) => {
        const { x, y } = toCentre(acrossMeters, q[other] ?? 0, r[other] ?? 0)
        return Math.hypot(x - (points.x[point] ?? 0), y - (points.y[point] ?? 0))
      })
      expect(distances[cell]).toBe(Math.min(...distances))
    }
  })

  test('are those that hold a point, then those that border one', () => {
    const points = seedPoints(300, 5)
    const { count, occupiedCount, points: counts, neighbours, q, r } = toHexagons(points)
    expect(counts.reduce((sum, value) => sum + value, 0)).toBe(300)
    expect(new Set(Array.from(q, (value, cell) => `${value} ${r[cell]}`)).size).toBe(count)
    for (let cell = 0; cell < count; cell++) {
      const around = neighbours.subarray(cell * NEIGHBOURS, (cell + 1) * NEIGHBOURS)
      expect((counts[cell] ?? 0) > 0).toBe(cell < occupiedCount)
      if (cell < occupiedCount) expect(around.includes(-1)).toBe(false)
      else expect(around.some((other) => other >= 0 && other < occupiedCount)).toBe(true)
      for (const other of around) {
        if (other < 0) continue
        const [a, b] = [cell, other].map((it) => toCentre(ACROSS_METERS, q[it] ?? 0, r[it] ?? 0))
        expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeCloseTo(400, 6)
        expect(neighbours.subarray(other * NEIGHBOURS, (other + 1) * NEIGHBOURS)).toContain(cell)
      }
    }
  })

  test('one point makes seven cells; its outline is closed, against the clock and of the known area', () => {
    const { count, occupiedCount, q, r } = toHexagons({
      x: Float64Array.of(356_000),
      y: Float64Array.of(5_658_000),
    })
    expect([count, occupiedCount]).toEqual([7, 1])
    const ring = toCorners(ACROSS_METERS, q[0] ?? 0, r[0] ?? 0)
    expect(ring).toHaveLength(7)
    expect(ring[0]).toEqual(ring[6])
    const signed = ring.slice(1).reduce((sum, [lng = 0, lat = 0], index) => {
      const [lastLng = 0, lastLat = 0] = ring[index] ?? []
      return sum + lastLng * lat - lng * lastLat
    }, 0)
    expect(signed).toBeGreaterThan(0)
    // (sqrt 3 / 2) 400^2 = 138,564 m2; the plane and the sphere differ by less than 0.5 %.
    const polygon = { type: 'Polygon' as const, coordinates: [ring] }
    expect(Math.abs(area(polygon) / (Math.sqrt(0.75) * 400 ** 2) - 1)).toBeLessThan(0.005)
    expect(booleanPointInPolygon(unproject(356_000, 5_658_000), polygon)).toBe(true)
  })

  test('there are none without points; a width that is none is named', () => {
    expect(toHexagons({ x: new Float64Array(), y: new Float64Array() }).count).toBe(0)
    for (const width of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => toHexagons({ x: new Float64Array(), y: new Float64Array() }, width)).toThrow(
        /^acrossMeters is/,
      )
  })
})
