import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { booleanPointInPolygon, kinks, point } from '@turf/turf'
import type { FeatureCollection, Point } from 'geojson'
import { describe, expect, test } from 'vitest'
import { type DistrictPoints, outlineAreas } from '#lib/core/geo/areas/areas.ts'
import { dbscan } from '#lib/core/geo/areas/dbscan.ts'
import { findGroups } from '#lib/core/geo/areas/groups.ts'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/areas')
const INPUTS = readdirSync(join(FIXTURES, 'in'))

function readInput(file: string): DistrictPoints {
  const text = readFileSync(join(FIXTURES, 'in', file), 'utf8')
  const { features } = JSON.parse(text) as FeatureCollection<Point, { district: string }>
  const districtNames = [...new Set(features.map(({ properties }) => properties.district))].filter(Boolean)
  return {
    lng: Float64Array.from(features, ({ geometry }) => geometry.coordinates[0] ?? Number.NaN),
    lat: Float64Array.from(features, ({ geometry }) => geometry.coordinates[1] ?? Number.NaN),
    districts: Int32Array.from(features, ({ properties }) => districtNames.indexOf(properties.district)),
    districtNames,
  }
}

/** As GeoJSON to look at, a micrometre-proof seven decimals. */
function formatGolden({ areas, ...parameters }: ReturnType<typeof findGroups>): string {
  const round = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(7)) : value)
  const features = areas.features.map((feature) => JSON.stringify(feature, round))
  const head = JSON.stringify(parameters).slice(1, -1)
  return `{"type":"FeatureCollection",${head},"features":[\n${features.join(',\n')}\n]}\n`
}

describe.each(INPUTS)('%s', (file) => {
  const points = readInput(file)
  const groups = findGroups(points)

  test('gives the areas of the golden file', async () => {
    await expect(formatGolden(groups)).toMatchFileSnapshot(join(FIXTURES, 'out', file))
  })

  test('outlines hold all their members, cross nothing and have an area', () => {
    if (groups.epsMeters === null) return expect(groups.areas.features).toEqual([])
    const { x, y } = projectPoints(points.lng, points.lat)
    const { labels } = dbscan(x, y, groups.epsMeters, groups.minPoints)
    for (const area of groups.areas.features) {
      const { cluster, count, areaSquareKilometers } = area.properties
      const members = [...labels.keys()].filter((index) => labels[index] === cluster)
      expect(members).toHaveLength(count)
      for (const index of members)
        expect(booleanPointInPolygon(point([points.lng[index] ?? 0, points.lat[index] ?? 0]), area)).toBe(
          true,
        )
      expect(kinks(area).features).toEqual([])
      expect(areaSquareKilometers).toBeGreaterThan(0.001)
      expect(areaSquareKilometers).toBeLessThan(10)
    }
  })

  test('in another order gives the same areas', () => {
    const order = [...points.lng.keys()].reverse()
    const turned = findGroups({
      lng: Float64Array.from(order, (index) => points.lng[index] ?? 0),
      lat: Float64Array.from(order, (index) => points.lat[index] ?? 0),
      districts: Int32Array.from(order, (index) => points.districts[index] ?? -1),
      districtNames: points.districtNames,
    })
    const facts = ({ areas }: typeof groups) =>
      areas.features.map(({ geometry, properties: { cluster: _, ...rest } }) => ({ geometry, ...rest }))
    expect(facts(turned)).toEqual(facts(groups))
  })
})

test('areas are named by most of their places and numbered where two share a district', () => {
  const names = findGroups(readInput('two-in-one-district.geojson')).areas.features.map(
    ({ properties: { letter, name } }) => `${letter} ${name}`,
  )
  expect(names).toEqual(['A Opladen 1', 'B Wiesdorf', 'C Opladen 2'])
})

test('the twenty-seventh area is AA', () => {
  const lng = Float64Array.from({ length: 28 }, (_, index) => 6.9 + index / 100)
  const points = {
    lng,
    lat: new Float64Array(28).fill(51),
    districts: new Int32Array(28).fill(-1),
    districtNames: [],
  }
  const { features } = outlineAreas(points, Int32Array.from(lng.keys()), 100)
  expect(features.map(({ properties }) => properties.letter).slice(-3)).toEqual(['Z', 'AA', 'AB'])
  expect(features[0]?.properties).toMatchObject({ name: '', count: 1 })
})
