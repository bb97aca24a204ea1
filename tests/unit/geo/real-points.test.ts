/** The analyses on real points, where they are at hand: nothing of them is part of this repository. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { booleanPointInPolygon, point, clustersDbscan as turfClustersDbscan } from '@turf/turf'
import type { FeatureCollection, Point } from 'geojson'
import { describe, expect, test } from 'vitest'
import { dbscan, KIND_CORE } from '#lib/geo/dbscan.ts'
import { estimateDensity } from '#lib/geo/density.ts'
import { findGroups } from '#lib/geo/groups.ts'
import { projectPoints } from '#lib/geo/projection.ts'
import { sumKernels } from '#tests/support/direct-density.ts'
import { betweenDistances, formatPartition, toEquator } from '#tests/support/partitions.ts'

const FILE = join(import.meta.dirname, '../../../../shared/data/koeln/osm-creative.geojson')
const isThere = existsSync(FILE)
if (!isThere) console.warn(`SKIPPED: the tests on real points, because ${FILE} is not there.`)

describe.skipIf(!isThere)('creative places of Köln and around', () => {
  const read = () => {
    const { features } = JSON.parse(readFileSync(FILE, 'utf8')) as FeatureCollection<Point>
    const places = features.filter(({ geometry }) => geometry.type === 'Point')
    return {
      lng: Float64Array.from(places, ({ geometry }) => geometry.coordinates[0] ?? 0),
      lat: Float64Array.from(places, ({ geometry }) => geometry.coordinates[1] ?? 0),
      districts: new Int32Array(places.length).fill(-1),
      districtNames: [],
    }
  }

  /** Those of the city itself, in metres. */
  const readInside = () => {
    const { lng, lat } = read()
    const { x, y } = projectPoints(lng, lat)
    const inside = [...x.keys()].filter(
      (index) => Math.abs((lng[index] ?? 0) - 6.95) < 0.12 && Math.abs((lat[index] ?? 0) - 50.94) < 0.08,
    )
    expect(inside.length).toBeGreaterThan(500)
    return {
      x: Float64Array.from(inside, (index) => x[index] ?? 0),
      y: Float64Array.from(inside, (index) => y[index] ?? 0),
    }
  }

  test('have the density of the direct sum at the centres of cells, and integrate to their number', () => {
    const { x, y } = readInside()
    const bandwidthMeters = 250
    const grid = estimateDensity({ x, y }, { bandwidthMeters })
    const { west, south, cellMeters, columns, perSquareKilometer } = grid
    const maximum = perSquareKilometer.reduce((most, value) => Math.max(most, value), 0)
    const step = Math.floor(perSquareKilometer.length / 400)
    const cells = [
      perSquareKilometer.indexOf(maximum),
      ...Array.from({ length: 400 }, (_, nth) => nth * step),
    ]
    for (const cell of cells) {
      const east = west + ((cell % columns) + 0.5) * cellMeters
      const north = south + (Math.floor(cell / columns) + 0.5) * cellMeters
      const expected = sumKernels(x, y, east, north, bandwidthMeters)
      expect(Math.abs((perSquareKilometer[cell] ?? 0) - expected)).toBeLessThan(maximum / 1000)
    }
    const all = perSquareKilometer.reduce((sum, value) => sum + value, 0) * (cellMeters / 1000) ** 2
    expect(Math.abs(all / x.length - 1)).toBeLessThan(0.005)
  })

  test('have the same cores in the same clusters as Turf finds', () => {
    const points = readInside()
    const epsMeters = betweenDistances(points, 150)
    const { labels, kinds } = dbscan(points.x, points.y, epsMeters, 5)
    const turf = turfClustersDbscan(toEquator(points), epsMeters, {
      units: 'meters',
      minPoints: 5,
      mutate: true,
    })
    const isCore = (index: number) => kinds[index] === KIND_CORE
    const turfLabels = turf.features.map(({ properties }) => properties.cluster ?? -1)
    expect(formatPartition(labels, isCore)).toBe(formatPartition(turfLabels, isCore))
  })

  test('form named areas that hold them', () => {
    const points = read()
    const { areas, epsMeters } = findGroups(points)
    expect(areas.features.length).toBeGreaterThan(10)
    const { x, y } = projectPoints(points.lng, points.lat)
    const { labels } = dbscan(x, y, epsMeters ?? 0, 5)
    const byCluster = new Map(areas.features.map((area) => [area.properties.cluster, area]))
    for (const [index, label] of labels.entries()) {
      const area = byCluster.get(label)
      if (label >= 0 && area)
        expect(booleanPointInPolygon(point([points.lng[index] ?? 0, points.lat[index] ?? 0]), area)).toBe(
          true,
        )
    }
    expect(byCluster.size).toBe(Math.max(...labels) + 1)
  })
})
