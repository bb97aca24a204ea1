/** The analyses on real points, where they are at hand: nothing of them is part of this repository. */
import { booleanPointInPolygon, point, clustersDbscan as turfClustersDbscan } from '@turf/turf'
import { beforeAll, describe, expect, test } from 'vitest'
import { dbscan, KIND_CORE } from '#lib/core/geo/areas/dbscan.ts'
import { findGroups } from '#lib/core/geo/areas/groups.ts'
import { estimateDensity } from '#lib/core/geo/density/density.ts'
import { sumKernels } from '#tests/support/direct-density.ts'
import { betweenDistances, formatPartition, toEquator } from '#tests/support/partitions.ts'
import { isAtHand, type RealPoints, readTown, TOWN_NAMES, type Town } from '#tests/support/real-points.ts'

/** Bad Hersfeld is a small town. */
const LEAST_AREAS: Record<Town, number> = { Leverkusen: 11, Köln: 11, 'Bad Hersfeld': 10 }

for (const town of TOWN_NAMES) describe.skipIf(!isAtHand(town))(`places of ${town}`, () => testTown(town))

function testTown(town: Town) {
  let points: RealPoints
  beforeAll(() => {
    points = readTown(town)
  })

  test('are many', () => expect(points.x.length).toBeGreaterThan(500))

  test.each([100, 250, 800])(
    'have the density of the direct sum at the centres of cells, and integrate to their number, for a bandwidth of %i m',
    (bandwidthMeters) => {
      const { x, y } = points
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
    },
  )

  test.each([
    [80, 5],
    [150, 5],
    [300, 8],
  ])('have the same cores in the same clusters as Turf finds, eps %i m, minPoints %i', (eps, minPoints) => {
    const epsMeters = betweenDistances(points, eps)
    const { labels, kinds } = dbscan(points.x, points.y, epsMeters, minPoints)
    const turf = turfClustersDbscan(toEquator(points), epsMeters, {
      units: 'meters',
      minPoints,
      mutate: true,
    })
    const isCore = (index: number) => kinds[index] === KIND_CORE
    const turfLabels = turf.features.map(({ properties }) => properties.cluster ?? -1)
    expect(kinds.filter((kind) => kind === KIND_CORE).length).toBeGreaterThan(100)
    expect(formatPartition(labels, isCore)).toBe(formatPartition(turfLabels, isCore))
  })

  test('form named areas that hold them', () => {
    const none = { districts: new Int32Array(points.x.length).fill(-1), districtNames: [] }
    const { areas, epsMeters } = findGroups({ ...points, ...none })
    expect(areas.features.length).toBeGreaterThanOrEqual(LEAST_AREAS[town])
    const { labels } = dbscan(points.x, points.y, epsMeters ?? 0, 5)
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
}
