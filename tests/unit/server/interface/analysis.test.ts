/** Areas, density and districts of the public interface, on a register of 700 entries. */
import { area, clustersDbscan, featureCollection, point } from '@turf/turf'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import type { DescribedDistrict } from '#lib/core/geo/areas/planning-ground.ts'
import { describeOutline } from '#lib/core/geo/areas/planning-ground.ts'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { answerAreas, answerDensity } from '#lib/server/interface/analysis-answers.ts'
import {
  type AreasQuery,
  MAX_ANSWER_CELLS,
  parseAreasQuery,
  parseDensityQuery,
} from '#lib/server/interface/analysis-query.ts'
import { respondToParameters } from '#lib/server/interface/api-response.ts'
import { formatDistrictsCsv } from '#lib/server/interface/districts-csv.ts'
import { keepAnswer } from '#lib/server/published/kept-answers.ts'
import { type Planning, toGround } from '#lib/server/published/planning-cache.ts'
import { buildSnapshot, type Snapshot, toSnapshot } from '#lib/server/published/snapshot.ts'
import { toBarePlanning } from '#tests/support/bare-planning.ts'
import { pick } from '#tests/support/depth.ts'
import { hostileText, sampleRows } from '#tests/support/entry-rows.ts'
import { readProblem } from '#tests/support/problem.ts'
import { type RestRegister, startRestRegister } from '#tests/support/rest-register.ts'
import { createSeededPoints } from '#tests/support/seeded-points.ts'

let register: RestRegister
let snapshot: Snapshot
beforeAll(async () => {
  register = await startRestRegister(sampleRows(700, 5))
  snapshot = await buildSnapshot(register.client)
})
afterAll(() => register.close())

const toAreas = (planning: Planning, query: AreasQuery) =>
  answerAreas(planning.snapshot, query, toGround(planning))

const ask = (name: 'areas' | 'density', search: string, headers: Record<string, string> = {}) => {
  const request = new Request(`http://127.0.0.1/api/v1/${name}.geojson${search}`, { headers })
  const read = async () => snapshot
  return name === 'areas'
    ? respondToParameters(request, async () => toBarePlanning(snapshot), parseAreasQuery, toAreas)
    : respondToParameters(request, read, parseDensityQuery, answerDensity)
}
const placed = (discipline?: string) =>
  snapshot.entries.filter(
    ({ kind, lng, disciplines }) =>
      kind === 'business' && lng !== null && (!discipline || disciplines.some((code) => code === discipline)),
  )

describe('areas', () => {
  test('are those of Turf`s clusters, with their parameters', async () => {
    const response = await ask('areas', '?eps=900&min_points=4&discipline=design')
    expect(response.headers.get('Content-Type')).toBe('application/geo+json')
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    const { type, parameters, features } = await response.json()
    const points = placed('design')
    expect(type).toBe('FeatureCollection')
    expect(parameters).toMatchObject({
      version: snapshot.version,
      discipline: ['design'],
      n: points.length,
      epsMeters: 900,
      minPoints: 4,
      isEpsSuggested: false,
    })
    const all = snapshot.entries.filter(({ disciplines }) => disciplines.includes('design')).length
    expect(parameters.withoutPlace).toBe(all - points.length)
    const turf = clustersDbscan(
      featureCollection(points.map(({ lng, lat }) => point([lng ?? 0, lat ?? 0]))),
      900,
      { units: 'meters', minPoints: 4 },
    )
    const clusters = new Set(turf.features.flatMap(({ properties }) => properties.cluster ?? []))
    expect(features).toHaveLength(clusters.size)
    expect(features.length).toBeGreaterThan(0)
  })

  test('bring their facts along, each with the cases that it rests on', async () => {
    const { parameters, features } = await (await ask('areas', '?eps=900&min_points=4')).json()
    expect(parameters.today).toMatch(/^\d{4}-\d\d-\d\d$/)
    for (const { geometry, properties } of features) {
      const facts = describeOutline(toGround(toBarePlanning(snapshot)), geometry)
      expect(properties).toMatchObject(JSON.parse(JSON.stringify(facts)))
      expect(properties.businesses).toBeGreaterThanOrEqual(properties.count)
      expect(properties.businessesPerSquareKilometer.n).toBe(properties.businesses)
      expect(properties.near).toBeNull()
    }
  })

  test('seek eps where none is given', async () => {
    const { parameters } = await (await ask('areas', '')).json()
    expect(parameters).toMatchObject({ minPoints: 5, isEpsSuggested: true, n: placed().length })
  })
})

test('areas without number are refused before they are drawn', async () => {
  const many = await toSnapshot(
    { version: 1, demonstration: false },
    createSeededPoints(10_000).map(
      (row, index) => ({ ...placed()[0], ...row, id: `${index}`, slug: `s-${index}` }) as Entry,
    ),
    [],
  )
  const request = new Request('http://127.0.0.1/api/v1/areas.geojson?eps=30&min_points=2')
  const response = await respondToParameters(
    request,
    async () => toBarePlanning(many),
    parseAreasQuery,
    toAreas,
  )
  expect(response.status).toBe(400)
  expect((await response.json()).errors[0]).toEqual({
    parameter: 'min_points',
    detail: expect.stringMatching(/^This makes \d{4} areas, and 500 are the most/),
  })
})

describe('density', () => {
  test('holds every business once and says its unit', async () => {
    const { parameters, features } = await (await ask('density', '?bandwidth=400&cell=100')).json()
    expect(parameters).toMatchObject({
      n: placed().length,
      bandwidthMeters: 400,
      cellMeters: 100,
      unit: 'businesses per km2',
    })
    const integral = features.reduce(
      (sum: number, { properties }: { properties: { density: number } }) => sum + properties.density * 0.01,
      0,
    )
    expect(Math.abs(integral / placed().length - 1)).toBeLessThan(0.005)
  })

  test('takes the cell from the bandwidth where none is given', async () => {
    expect((await (await ask('density', '?bandwidth=120&discipline=art')).json()).parameters.cellMeters).toBe(
      40,
    )
  })

  test('with too many cells is refused, and the cure works', async () => {
    const response = await ask('density', '?cell=10')
    expect(response.status).toBe(400)
    const { errors } = await response.json()
    expect(errors[0]).toMatchObject({
      parameter: 'cell',
      detail: expect.stringContaining(String(MAX_ANSWER_CELLS)),
    })
    const [, cell] = /use about (\d+) m/.exec(errors[0].detail) ?? []
    expect((await ask('density', `?cell=${cell}`)).status).toBe(200)
  })
})

test.each([
  ['areas', '?eps=0', 'eps'],
  ['areas', '?eps=NaN', 'eps'],
  ['areas', '?eps=1e3', 'eps'],
  ['areas', '?min_points=2.5', 'min_points'],
  ['areas', '?min_points=-1', 'min_points'],
  ['areas', '?bandwidth=200', 'bandwidth'],
  ['areas', '?discipline=desing', 'discipline'],
  ['density', '?bandwidth=0', 'bandwidth'],
  ['density', '?bandwidth=100&cell=50', 'cell'],
  ['density', '?cell=9999', 'cell'],
  ['density', '?cell=50&cell=60', 'cell'],
  ['density', '?__proto__=1', '__proto__'],
] as const)('%s%s is a problem that names the parameter', async (name, search, parameter) => {
  const { errors } = await readProblem(await ask(name, search))
  expect(errors[0]?.parameter).toBe(parameter)
  expect(errors[0]?.detail.length).toBeGreaterThan(10)
})

describe('of hardly any places', () => {
  const spot = {
    kind: 'business' as const,
    disciplines: ['design' as const],
    state: 'verified' as const,
    lng: 7,
    lat: 51.05,
  }
  const read = async (count: number, name: 'areas' | 'density') => {
    const rows = Array.from({ length: count }, () => spot)
    const places = {
      count,
      locatedCount: count,
      lng: Float64Array.from(rows, ({ lng }) => lng),
      lat: Float64Array.from(rows, ({ lat }) => lat),
      kind: new Uint8Array(count),
      discipline: new Uint8Array(count),
      state: new Uint8Array(count),
      secondaryMask: new Uint16Array(count),
    }
    const columns = { ...snapshot.columns, districts: rows.map(() => -1) }
    const few: Snapshot = { ...snapshot, version: `f-${count}-${name}`, places, columns }
    const answer =
      name === 'areas'
        ? toAreas(toBarePlanning(few), { disciplines: [], epsMeters: null, minPoints: 5 })
        : answerDensity(few, { disciplines: [], bandwidthMeters: 250, cellMeters: 50 })
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(text).not.toMatch(/NaN|Infinity|null,null/)
    return JSON.parse(text)
  }

  test('none and one make no area; many on one spot make one around it', async () => {
    expect((await read(0, 'areas')).features).toEqual([])
    expect((await read(1, 'areas')).features).toEqual([])
    const { features, parameters } = await read(7, 'areas')
    expect(parameters.n).toBe(7)
    expect(features).toHaveLength(1)
    expect(features[0].properties.count).toBe(7)
    expect(features[0].properties.areaSquareKilometers).toBeGreaterThan(0)
  })

  test('none have no density; one and many on one spot integrate to their number', async () => {
    expect((await read(0, 'density')).features).toEqual([])
    for (const n of [1, 7]) {
      const { features } = await read(n, 'density')
      const sum = features.reduce(
        (total: number, { properties }: { properties: { density: number } }) => total + properties.density,
        0,
      )
      expect(Math.abs((sum * 0.05 ** 2) / n - 1)).toBeLessThan(0.005)
    }
  })
})

test('an answer is known by its tag', async () => {
  const tag = (await ask('areas', '')).headers.get('ETag') ?? ''
  expect((await ask('areas', '', { 'If-None-Match': tag })).status).toBe(304)
})

test('answers are worked out once a version, and the longest unused make room', () => {
  let count = 0
  const work = (bytes: number) => () => {
    count += 1
    return new Uint8Array(bytes)
  }
  for (let round = 0; round < 3; round++) keepAnswer('a', 'x', work(10))
  expect(count).toBe(1)
  keepAnswer('b', 'x', work(10))
  expect(count).toBe(2)
  for (const key of ['1', '2', '3']) keepAnswer('b', key, work(30_000_000))
  keepAnswer('b', '3', work(1))
  expect(count).toBe(5)
  keepAnswer('b', '1', work(1))
  expect(count).toBe(6)
})

test('an outline`s facts count the entries that are shown in it', () => {
  const outline = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [6.95, 51.02],
        [7.05, 51.02],
        [7.05, 51.08],
        [6.95, 51.08],
        [6.95, 51.02],
      ],
    ],
  }
  const facts = describeOutline(toGround(toBarePlanning(snapshot)), outline)
  const isInside = (entry: { lng: number | null; lat: number | null }) =>
    entry.lng !== null &&
    entry.lat !== null &&
    entry.lng >= 6.95 &&
    entry.lng <= 7.05 &&
    entry.lat >= 51.02 &&
    entry.lat <= 51.08
  const inside = snapshot.entries.filter(isInside)
  expect(facts.businesses).toBe(inside.filter(({ kind }) => kind === 'business').length)
  expect(facts.confirmedShare.n).toBe(inside.length)
  expect(facts.stepFreeShare.value).toBeNull()
  expect(facts.areaSquareKilometers).toBe(area(outline) / 1e6)
  const { x } = projectPoints([6.95, 7.05], [51.05, 51.05])
  expect(facts.areaSquareKilometers).toBeCloseTo((((x[1] ?? 0) - (x[0] ?? 0)) / 1000) * 6.67, 0)
})

describe('districts as CSV', () => {
  const fact = { value: null, n: 0, of: 3 }
  const described = (name: string, nearestStation: string | null): DescribedDistrict => ({
    name,
    facts: {
      areaSquareKilometers: 1.23456789,
      businesses: 4,
      isTooFew: true,
      businessesPerSquareKilometer: fact,
      disciplines: [{ discipline: 'art', count: 4, locationQuotient: null }],
      evenness: fact,
      vacantSpaces: 3,
      vacantSquareMeters: { value: 0.1 + 0.2, n: 2, of: 3 },
      offeredSpaces: 0,
      offeredSquareMeters: fact,
      desks: 0,
      smallSpacesShare: fact,
      stepFreeShare: fact,
      confirmedShare: fact,
      nearestStationMeters: fact,
      nearestStation,
      thirdPlaces: fact,
      vacancyByQuarter: [
        { day: '2025-07-01', vacant: 1, known: 2 },
        { day: '2025-10-01', vacant: 2, known: 2 },
        { day: '2026-01-01', vacant: 3, known: 3 },
        { day: '2026-11-24', vacant: 3, known: 3 },
      ],
    },
  })
  const STAND = { version: '7', today: '2026-11-24' }
  const read = (csv: string) => csv.split('\r\n').map((line) => line.split(','))

  test('have a cell per column; what is unknown is empty, never 0', () => {
    const csv = formatDistrictsCsv([described('Opladen', 'Opladen')], STAND)
    expect(csv.startsWith('\uFEFFdistrict,')).toBe(true)
    const [head = [], line = [], last] = read(csv)
    expect(last).toEqual([''])
    expect(line).toHaveLength(head.length)
    const cell = (column: string) => line[head.indexOf(column)]
    expect(cell('areaSquareKilometers')).toBe('1.23457')
    expect([cell('vacantSquareMeters'), cell('vacantSquareMetersN'), cell('vacantSquareMetersOf')]).toEqual([
      '0.3',
      '2',
      '3',
    ])
    expect([cell('evenness'), cell('locationQuotient:art'), cell('isTooFew')]).toEqual(['', '', 'yes'])
    expect([cell('stepFreeShare'), cell('stepFreeShareN'), cell('stepFreeShareOf')]).toEqual(['', '0', '3'])
    expect([cell('vacantSpacesYearBeforeDay'), cell('vacantSpacesYearBefore')]).toEqual(['2025-10-01', '2'])
  })

  test('run no formula, whatever a district or a station is called', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (name, station) => {
        const lines: string[][] = parse(formatDistrictsCsv([described(name, station)], STAND), { bom: true })
        expect(lines).toHaveLength(2)
        for (const cell of lines[1] ?? []) expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u)
      }),
      { seed: 8, numRuns: pick(100, 500) },
    )
  })
})
