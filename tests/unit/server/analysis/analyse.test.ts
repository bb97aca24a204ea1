/** The command on files: what it answers, and what it says of a file that cannot be used. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { clustersDbscan, featureCollection, point } from '@turf/turf'
import type { Feature, FeatureCollection, Point, Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { parseAnalysisCommand } from '#lib/server/analysis/analysis-command.ts'
import { runAnalysis, writeResult } from '#lib/server/analysis/run-analysis.ts'
import { seedPoints, toDegrees } from '#tests/support/seeded-points.ts'
import { writeTemporaryFile } from '#tests/support/temporary-file.ts'

type Places = readonly (readonly [number, number])[]
function save(name: string, places: Places | string, more: object[] = []): string {
  const features = typeof places === 'string' ? [] : places.map(([lng, lat]) => point([lng, lat]))
  const text =
    typeof places === 'string'
      ? places
      : JSON.stringify({ ...featureCollection(features), features: [...features, ...more] })
  return writeTemporaryFile(name, text)
}
function seeded(count: number, seed: number): Places {
  const { lng, lat } = toDegrees(seedPoints(count, seed))
  return Array.from(lng, (one, index) => [one, lat[index] ?? 0] as const)
}
function run(args: string) {
  const command = parseAnalysisCommand(args.split(' '))
  if (!command) throw new Error('This asks for help.')
  const { result, sentence } = runAnalysis(command)
  return { ...JSON.parse([...writeResult(result)].join('')), sentence }
}

const PLACES = seeded(300, 4)
const FILE = save('points.geojson', PLACES, [
  { type: 'Feature', geometry: null, properties: { kind: 'business' } },
  { type: 'Feature', geometry: { type: 'Point', coordinates: [7, 51] }, properties: { kind: 'space' } },
])

describe('density', () => {
  const found = run(`density --input ${FILE} --bandwidth 200 --cell 50`)
  const { x, y } = projectPoints(
    PLACES.map(([lng]) => lng),
    PLACES.map(([, lat]) => lat),
  )
  const cells = found.features as Feature<Polygon, { density: number }>[]

  test('says its parameters and what was left out', () => {
    expect(found).toMatchObject({ type: 'FeatureCollection' })
    expect(found.parameters).toMatchObject({ n: 300, bandwidthMeters: 200, cellMeters: 50, leftOut: 2 })
    expect(found.sentence).toMatch(/^300 points, bandwidth 200 m \(suggested: \d+\), \d+ cells of 50 m/)
  })

  test('is the direct sum at the middle of every 50th cell within 0.1 % of the maximum, and holds all within 0.5 %', () => {
    const densities = cells.map(({ properties }) => properties.density)
    const maximum = Math.max(...densities)
    for (let cell = 0; cell < cells.length; cell += 50) {
      const ring = cells[cell]?.geometry.coordinates[0] ?? []
      const corners = projectPoints(
        ring.slice(1).map(([lng = 0]) => lng),
        ring.slice(1).map(([, lat = 0]) => lat),
      )
      const east = corners.x.reduce((sum, one) => sum + one, 0) / 4
      const north = corners.y.reduce((sum, one) => sum + one, 0) / 4
      const direct = x.reduce(
        (sum, one, index) =>
          sum + Math.exp(-((one - east) ** 2 + ((y[index] ?? 0) - north) ** 2) / (2 * 200 ** 2)),
        0,
      )
      const expected = (1e6 * direct) / (2 * Math.PI * 200 ** 2)
      expect(Math.abs((densities[cell] ?? 0) - expected)).toBeLessThan(maximum / 1000)
    }
    const integral = densities.reduce((sum, one) => sum + one, 0) * 0.05 ** 2
    expect(Math.abs(integral / 300 - 1)).toBeLessThan(0.005)
  })

  test('takes wider cells where points lie far apart, unless told', () => {
    const file = save('wide.geojson', [...PLACES, [8.5, 52.5]])
    expect(run(`density --input ${file}`).parameters).toMatchObject({ cellMeters: 75, bandwidthMeters: 250 })
    expect(() => run(`density --input ${file} --cell 25`)).toThrow(/Take wider cells or fewer points/)
  })
})

describe('areas', () => {
  test('are one outline per cluster of Turf`s, with the eps that was given', () => {
    const { features, parameters } = run(`areas --input ${FILE} --eps 200 --min-points 5`)
    expect(parameters).toEqual({ n: 300, minPoints: 5, epsMeters: 200, isEpsSuggested: false, leftOut: 2 })
    const collection = featureCollection(PLACES.map(([lng, lat]) => point([lng, lat])))
    const turf = clustersDbscan(collection, 200, { units: 'meters', minPoints: 5 })
    const clusters = new Set(
      turf.features.map(({ properties }) => properties.cluster).filter((it) => it !== undefined),
    )
    expect(features).toHaveLength(clusters.size)
    for (const { geometry, properties } of features) {
      expect(geometry.type).toBe('Polygon')
      expect(properties.count).toBeGreaterThanOrEqual(5)
    }
  })

  test('seek eps in the points where it is not given', () => {
    const { parameters } = run(`areas --input ${FILE}`)
    expect(parameters.isEpsSuggested).toBe(true)
    expect(parameters.epsMeters).toBeGreaterThanOrEqual(80)
  })
})

test('hotspots and Ripley`s L hold their parameters and are repeatable', () => {
  const hotspots = run(`hotspots --input ${FILE} --across 500`)
  expect(hotspots.parameters).toMatchObject({ n: 300, acrossMeters: 500, permutations: 9999 })
  expect(run(`hotspots --input ${FILE} --across 500`)).toEqual(hotspots)
  const ripley = run(`ripley --input ${FILE} --runs 19`)
  expect(ripley.parameters).toMatchObject({
    n: 300,
    runs: 19,
    null: { from: 'hull', places: null },
    leftOut: 2,
  })
  expect(ripley.curve).toHaveLength(20)
  const places = save('addresses.geojson', seeded(500, 9))
  expect(run(`ripley --input ${FILE} --runs 19 --null ${places}`).parameters.null).toEqual({
    from: 'places',
    places: 500,
  })
})

const cannot = (name: string, places: Places | string, analysis: string, message: RegExp) =>
  [name, places, analysis, message] as const
test.each([
  cannot('no-json', '{"type":', 'density', /is no valid JSON .*: give a GeoJSON file/),
  cannot('no-collection', '{"type":"Point","coordinates":[7,51]}', 'density', /is no FeatureCollection/),
  cannot('empty', [], 'density', /holds no points: give features whose geometry is a Point/),
  cannot('one', [[7, 51]], 'areas', /holds one point: give at least 2/),
  cannot('four', seeded(4, 1), 'ripley', /holds 4 points: give at least 5/),
  cannot(
    'spot',
    Array.from({ length: 9 }, () => [7, 51] as const),
    'hotspots',
    /all 9 points .* lie at one place \(7, 51\)/,
  ),
  cannot(
    'swapped',
    [
      [7, 51],
      [51, 7],
    ],
    'density',
    /the 2\. point lies at 51, 7, where distances of EPSG:25832 are wrong/,
  ),
  cannot(
    'metres',
    [[356_000, 5_656_000]],
    'density',
    /which are no degrees: give coordinates as lng, lat in WGS 84/,
  ),
])('a file that is %s is refused with the cure', (name, places, analysis, message) => {
  const file = save(`${name}.geojson`, places)
  expect(() => run(`${analysis} --input ${file}`)).toThrow(message)
})

describe('as a command', () => {
  const start = (...args: string[]) =>
    spawnSync(process.execPath, ['bin/analyse.ts', ...args], {
      encoding: 'utf8',
      cwd: join(import.meta.dirname, '../../../..'),
    })

  test('prints nothing but the result with --json, and writes a file', () => {
    const { status, stdout, stderr } = start('areas', '--input', FILE, '--json')
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout).type).toBe('FeatureCollection')
    const output = join(dirname(FILE), 'out.geojson')
    const written = start('areas', '--input', FILE, '--output', output)
    expect([written.status, written.stdout]).toEqual([0, ''])
    expect(written.stderr).toMatch(/^300 points, eps/)
    expect(readFileSync(output, 'utf8')).toBe(stdout)
  })

  test('ends with 2 for wrong words and 1 for a wrong file', () => {
    const wrong = start('density', '--input', FILE, '--bandwidth', '0')
    expect([wrong.status, wrong.stdout]).toEqual([2, ''])
    expect(wrong.stderr).toContain('--bandwidth is "0"')
    const missing = start('density', '--input', join(dirname(FILE), 'none.geojson'))
    expect([missing.status, missing.stdout]).toEqual([1, ''])
    expect(missing.stderr).toMatch(/--input names .*none\.geojson, which cannot be read \(ENOENT\)/)
    const unwritable = start('areas', '--input', FILE, '--output', join(dirname(FILE), 'no/where'))
    expect(unwritable.status).toBe(1)
  })
})

const REAL = join(import.meta.dirname, '../../../../../shared/data/leverkusen')
const isThere = existsSync(REAL)
if (!isThere) console.warn(`SKIPPED: the analyses of a real city, because ${REAL} is not there.`)
describe.skipIf(!isThere)('the places of a real city', () => {
  test('hold all of them in the density and cluster more than chance', () => {
    const file = join(REAL, 'osm-poi.geojson')
    const { features: points } = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection<Point>
    const density = run(`density --input ${file} --cell 50`)
    const integral =
      density.features.reduce(
        (sum: number, it: Feature<Polygon, { density: number }>) => sum + it.properties.density,
        0,
      ) *
      0.05 ** 2
    expect(Math.abs(integral / points.length - 1)).toBeLessThan(0.005)
    const ripley = run(`ripley --input ${file} --runs 19 --null ${join(REAL, 'city-boundary.geojson')}`)
    expect(ripley.parameters.null).toEqual({ from: 'outline', places: null })
    expect(ripley.p).toBe(0.05)
    expect(run(`hotspots --input ${file}`).parameters.significantCellsAdjusted).toBeGreaterThan(0)
  })
})
