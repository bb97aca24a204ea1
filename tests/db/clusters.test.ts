/** PostGIS as the oracle: its projection and its DBSCAN over the same degrees give the same cores in the same clusters. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dbscan, KIND_CORE } from '#lib/core/geo/areas/dbscan.ts'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { betweenDistances, formatPartition } from '#tests/support/partitions.ts'
import { isAtHand, readTown, TOWN_NAMES } from '#tests/support/real-points.ts'
import { seedPoints, toDegrees } from '#tests/support/seeded-points.ts'

let backend: TestBackend
beforeAll(async () => {
  backend = await startTestBackend()
})
afterAll(() => backend.stop())

type Place = { x: number; y: number; cluster: number | null }

/** Degrees as PostGIS projects and clusters them, in the order given. */
async function clusterInPostgis(lng: Float64Array, lat: Float64Array, epsMeters: number, minPoints: number) {
  const list = Array.from(lng, (east, index) => `(${index},${east},${lat[index]})`).join(',')
  return backend.sql<Place>(`
    with places(id, lng, lat) as (values ${list}),
    plane as (
      select id, extensions.st_transform(extensions.st_setsrid(extensions.st_makepoint(lng, lat), 4326), 25832) as place
      from places)
    select extensions.st_x(place) as x, extensions.st_y(place) as y,
      extensions.st_clusterdbscan(place, ${epsMeters}, ${minPoints}) over (order by id) as cluster
    from plane order by id`)
}

/** Same places, same cores in the same clusters, and the same noise. */
async function expectSame(lng: Float64Array, lat: Float64Array, eps: number, minPoints: number) {
  const plane = projectPoints(lng, lat)
  const epsMeters = betweenDistances(plane, eps)
  const rows = await clusterInPostgis(lng, lat, epsMeters, minPoints)
  const errors = rows.map(({ x, y }, index) =>
    Math.hypot(x - (plane.x[index] ?? 0), y - (plane.y[index] ?? 0)),
  )
  expect(rows).toHaveLength(lng.length)
  expect(Math.max(...errors)).toBeLessThan(0.001)
  const { labels, kinds } = dbscan(plane.x, plane.y, epsMeters, minPoints)
  const theirs = rows.map(({ cluster }) => cluster ?? -1)
  const isCore = (index: number) => kinds[index] === KIND_CORE
  expect(kinds.filter((kind) => kind === KIND_CORE).length).toBeGreaterThan(20)
  expect(formatPartition(labels, isCore)).toBe(formatPartition(theirs, isCore))
  expect(Array.from(labels, (label) => label < 0)).toEqual(theirs.map((cluster) => cluster < 0))
}

describe('ST_Transform and ST_ClusterDBSCAN', () => {
  test.each([
    { count: 400, eps: 250, minPoints: 3 },
    { count: 1500, eps: 120, minPoints: 5 },
    { count: 1500, eps: 300, minPoints: 8 },
  ])('agree on $count points, eps $eps m, minPoints $minPoints', async ({ count, eps, minPoints }) => {
    const { lng, lat } = toDegrees(seedPoints(count, count + eps))
    await expectSame(lng, lat, eps, minPoints)
  })

  for (const town of TOWN_NAMES)
    test.skipIf(!isAtHand(town))(`agree on the real places of ${town}`, async () => {
      const { lng, lat } = readTown(town)
      await expectSame(lng, lat, 150, 5)
      await expectSame(lng, lat, 300, 8)
    })
})

test('distances of the plane keep within 0.1 % of those on the ellipsoid', async () => {
  const { lng, lat } = toDegrees(seedPoints(60, 60))
  const { x, y } = projectPoints(lng, lat)
  const list = Array.from(lng, (east, index) => `(${index},${east},${lat[index]})`).join(',')
  const pairs = await backend.sql<{ a: number; b: number; meters: number }>(`
    with places(id, lng, lat) as (values ${list}),
    globe as (select id, extensions.st_setsrid(extensions.st_makepoint(lng, lat), 4326)::extensions.geography as place from places)
    select a.id as a, b.id as b, extensions.st_distance(a.place, b.place) as meters
    from globe a join globe b on a.id < b.id`)
  expect(pairs).toHaveLength((60 * 59) / 2)
  for (const { a, b, meters } of pairs) {
    const measured = Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0))
    expect(Math.abs(measured / meters - 1)).toBeLessThan(0.001)
  }
})
