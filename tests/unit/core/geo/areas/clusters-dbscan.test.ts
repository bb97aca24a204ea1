import {
  area,
  booleanPointInPolygon,
  buffer,
  clusterEach,
  clusterReduce,
  concave,
  convex,
  featureCollection,
  getCluster,
  point,
  clustersDbscan as turfClustersDbscan,
} from '@turf/turf'
import proj4 from 'proj4'
import { expect, test } from 'vitest'
import { clustersDbscan } from '#lib/core/geo/areas/clusters-dbscan.ts'
import { seedPoints } from '#tests/support/seeded-points.ts'

const UTM = '+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs'
const { x, y } = seedPoints(900, 2014)
const places = featureCollection(
  Array.from(x, (east, index) =>
    point(proj4(UTM, 'EPSG:4326', [east, y[index] ?? 0]), { name: `Atelier ${index}` }),
  ),
)

test('gives copies with Turf`s properties and leaves the input as it was', () => {
  const before = structuredClone(places)
  const found = clustersDbscan(places, 0.2, { minPoints: 5 })
  expect(places).toEqual(before)
  expect(found.features).toHaveLength(places.features.length)
  for (const [index, { properties, geometry }] of found.features.entries()) {
    expect(geometry).toEqual(places.features[index]?.geometry)
    expect(properties.name).toBe(`Atelier ${index}`)
    expect(properties.cluster !== undefined).toBe(properties.dbscan !== 'noise')
  }
  expect(new Set(found.features.map(({ properties }) => properties.dbscan))).toEqual(
    new Set(['core', 'edge', 'noise']),
  )
})

test('what was clustered before is clustered anew', () => {
  const close = clustersDbscan(places, 1, { minPoints: 5 })
  expect(clustersDbscan(close, 200, { units: 'meters', minPoints: 5 })).toEqual(
    clustersDbscan(places, 0.2, { minPoints: 5 }),
  )
})

test('Turf`s own functions compose with the result', () => {
  const found = clustersDbscan(places, 0.2, { minPoints: 5 })
  let clusters = 0
  clusterEach(found, 'cluster', (members, label) => {
    clusters += 1
    expect(members?.features.length).toBeGreaterThanOrEqual(5)
    const hull = convex(members ?? featureCollection([]))
    const outline = hull && buffer(hull, 0.05)
    if (!outline) throw new Error(`The cluster ${label} has no outline.`)
    expect(area(outline)).toBeGreaterThan(0)
    for (const member of members?.features ?? []) expect(booleanPointInPolygon(member, outline)).toBe(true)
  })
  expect(clusters).toBeGreaterThan(3)
  const members = clusterReduce(
    found,
    'cluster',
    (sum: number, cluster) => sum + (cluster?.features.length ?? 0),
    0,
  )
  expect(members).toBe(found.features.filter(({ properties }) => properties.dbscan !== 'noise').length)
  expect(concave(getCluster(found, { cluster: 0 }), { maxEdge: 1 })).not.toBeNull()
})

test('Turf calls a border core that joins while a cluster grows; here it is an edge', () => {
  // Four at one place, one 63 m and one 126 m to the east: the last has two within 70 m.
  const row = featureCollection([0, 0, 0, 0, 0.0009, 0.0018].map((step) => point([7 + step, 51])))
  const wordsOf = (find: typeof turfClustersDbscan | typeof clustersDbscan) =>
    find(row, 70, { units: 'meters', minPoints: 5 }).features.map(({ properties }) => properties.dbscan)
  expect(wordsOf(clustersDbscan)).toEqual(['core', 'core', 'core', 'core', 'core', 'edge'])
  expect(wordsOf(turfClustersDbscan)).toEqual(['core', 'core', 'core', 'core', 'core', 'core'])
})

test('bad input is named', () => {
  expect(() => clustersDbscan(places, 0)).toThrow(/epsMeters is 0/)
  const placeless = featureCollection([
    { ...point([7, 51]), geometry: { type: 'Point' as const, coordinates: [] } },
  ])
  expect(() => clustersDbscan(placeless, 1)).toThrow(/Point 0 has no finite coordinates/)
  expect(clustersDbscan(featureCollection([]), 1).features).toEqual([])
})
