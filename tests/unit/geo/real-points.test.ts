/** The analyses on real points, where they are at hand: nothing of them is part of this repository. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { booleanPointInPolygon, point, clustersDbscan as turfClustersDbscan } from '@turf/turf'
import type { FeatureCollection, Point } from 'geojson'
import { describe, expect, test } from 'vitest'
import { dbscan, KIND_CORE } from '#lib/geo/dbscan.ts'
import { findGroups } from '#lib/geo/groups.ts'
import { projectPoints } from '#lib/geo/projection.ts'
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

  test('have the same cores in the same clusters as Turf finds', () => {
    const { lng, lat } = read()
    const plane = projectPoints(lng, lat)
    const inside = [...plane.x.keys()].filter(
      (index) => Math.abs((lng[index] ?? 0) - 6.95) < 0.12 && Math.abs((lat[index] ?? 0) - 50.94) < 0.08,
    )
    const points = {
      x: Float64Array.from(inside, (index) => plane.x[index] ?? 0),
      y: Float64Array.from(inside, (index) => plane.y[index] ?? 0),
    }
    expect(inside.length).toBeGreaterThan(500)
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
