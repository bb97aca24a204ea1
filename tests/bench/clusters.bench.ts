/**
 * Groups of 10,000 points, eps 200 m, 5 points: ours against Turf 7.4 in the same contract, and against PostGIS from column to label.
 * Turf's points lie at the equator, where its sphere measures the plane's own distances, so that both find one partition; it is
 * compared before anything is timed.
 */
import { clustersDbscan as turfClustersDbscan } from '@turf/turf'
import type { FeatureCollection, Point } from 'geojson'
import postgres from 'postgres'
import type { BenchRow } from '#bin/bench.ts'
import { clustersDbscan } from '#lib/core/geo/areas/clusters-dbscan.ts'
import { dbscan, KIND_CORE } from '#lib/core/geo/areas/dbscan.ts'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { betweenDistances, formatPartition, toEquator } from '#tests/support/partitions.ts'
import { findPostgres, startCluster } from '#tests/support/postgres.ts'
import { seedPoints, toDegrees } from '#tests/support/seeded-points.ts'

const COUNT = 10_000
const EPS_METERS = 200
const MIN_POINTS = 5
const WARM_UPS = 20

export async function bench(): Promise<BenchRow[]> {
  const degrees = toDegrees(seedPoints(COUNT, 7))
  const plane = projectPoints(degrees.lng, degrees.lat)
  const epsMeters = betweenDistances(plane, EPS_METERS)
  const { labels, kinds } = dbscan(plane.x, plane.y, epsMeters, MIN_POINTS)
  const partition = (found: ArrayLike<number>) =>
    formatPartition(found, (index) => kinds[index] === KIND_CORE)
  const expected = partition(labels)

  const turf = () => {
    const options = { units: 'meters', minPoints: MIN_POINTS, mutate: true } as const
    const start = performance.now()
    const found = turfClustersDbscan(turfInput, epsMeters, options)
    return { milliseconds: performance.now() - start, found }
  }
  const turfInput = toEquator(plane)
  const peer = turf()
  assertSame(
    expected,
    partition(peer.found.features.map(({ properties }) => properties.cluster ?? -1)),
    'Turf',
  )
  const input = toCollection(degrees)
  const contract = () => clustersDbscan(input, epsMeters, { units: 'meters', minPoints: MIN_POINTS })
  const ours = contract().features.map(({ properties }) => properties.cluster ?? -1)
  assertSame(expected, partition(ours), 'the FeatureCollection')
  const rows = [toRow('clusters', measure(contract), peer.milliseconds, 100)]
  if (!findPostgres()) {
    console.warn('SKIPPED: clusters-postgis, because PostgreSQL >= 15 with PostGIS is not installed.')
    return rows
  }
  const inPostgis = await clusterInPostgis(degrees, epsMeters)
  assertSame(expected, partition(inPostgis.labels), 'PostGIS')
  const columns = () => {
    const { x, y } = projectPoints(degrees.lng, degrees.lat)
    return dbscan(x, y, epsMeters, MIN_POINTS)
  }
  return [...rows, toRow('clusters-postgis', measure(columns), inPostgis.milliseconds, 10)]
}

/** The median of many runs, after some that warm the compiler. */
function measure(work: () => unknown): number {
  for (let run = 0; run < WARM_UPS; run++) work()
  const times = Array.from({ length: 2 * WARM_UPS + 1 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[WARM_UPS] ?? 0
}

/** Time inside the server (`explain analyze`), on an indexed and analysed table, warm, without the way of the rows to the client. */
async function clusterInPostgis({ lng, lat }: { lng: Float64Array; lat: Float64Array }, epsMeters: number) {
  const cluster = await startCluster()
  const sql = postgres(cluster.url, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(`create extension postgis; set jit = off;
      create table places (id int primary key, lng float8, lat float8)`)
    await sql`insert into places select * from unnest(${[...lng.keys()]}::int[], ${[...lng]}::float8[], ${[...lat]}::float8[])`
    await sql.unsafe('vacuum analyze places')
    const query = `select st_clusterdbscan(st_transform(st_setsrid(st_makepoint(lng, lat), 4326), 25832),
      ${epsMeters}, ${MIN_POINTS}) over () as cluster, id from places`
    const labels = new Array<number>(lng.length).fill(-1)
    for (const { id, cluster: label } of await sql.unsafe<{ id: number; cluster: number | null }[]>(query))
      labels[id] = label ?? -1
    const times: number[] = []
    for (let run = 0; run < 5; run++) {
      const plan = await sql.unsafe<{ 'QUERY PLAN': [{ 'Execution Time': number }] }[]>(
        `explain (analyze, timing off, format json) ${query}`,
      )
      times.push(plan[0]?.['QUERY PLAN'][0]['Execution Time'] ?? 0)
    }
    return { labels, milliseconds: times.sort((a, b) => a - b)[2] ?? 0 }
  } finally {
    await sql.end()
    cluster.stop()
  }
}

function toCollection({ lng, lat }: { lng: Float64Array; lat: Float64Array }): FeatureCollection<Point> {
  const features = Array.from(lng, (east, index) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [east, lat[index] ?? 0] },
    properties: {},
  }))
  return { type: 'FeatureCollection', features }
}

function assertSame(expected: string, found: string, whose: string): void {
  if (found !== expected) throw new Error(`${whose} found other clusters of cores.`)
}

function toRow(name: string, ours: number, peer: number, target: number): BenchRow {
  const ratio = peer / ours
  return { name, unit: 'ms', ours, peer, ratio, target, met: ratio >= target }
}
