/** What the public interface answers with, on a register of 700 entries. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { KINDS, RENT_CLASSES, SPACE_USES } from '#lib/core/domain/entry.ts'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import { fold } from '#lib/core/search/fold.ts'
import { respondFromSnapshot, respondToQuery } from '#lib/server/interface/api-response.ts'
import { describeInterface } from '#lib/server/interface/describe-interface.ts'
import { toEntryCollection } from '#lib/server/interface/entries-geojson.ts'
import { parseEntriesQuery } from '#lib/server/interface/entries-query.ts'
import { type Selection, selectEntries } from '#lib/server/interface/select-entries.ts'
import { buildSnapshot, type Snapshot } from '#lib/server/published/snapshot.ts'
import { pick } from '#tests/support/depth.ts'
import { ROW_DISTRICTS, sampleRows } from '#tests/support/entry-rows.ts'
import { type RestRegister, startRestRegister } from '#tests/support/rest-register.ts'

let register: RestRegister
let snapshot: Snapshot
beforeAll(async () => {
  register = await startRestRegister(sampleRows(700, 5))
  snapshot = await buildSnapshot(register.client)
})
afterAll(() => register.close())

function ask(params: Record<string, string>): Selection {
  const { query, faults } = parseEntriesQuery(new URLSearchParams(params))
  if (!query) throw new Error(JSON.stringify(faults))
  return selectEntries(snapshot, query)
}

/** One question after the other to each entry, by nothing but its own columns. */
function passes(entry: Entry, params: Record<string, string>): boolean {
  const { kind, discipline, district, bbox, q, use, state, rent_class } = params
  const { areaSquareMeters: area, availableFrom } = entry
  const [west = 0, south = 0, east = 0, north = 0] = (bbox ?? '').split(',').map(Number)
  const { lng, lat } = entry
  const text = [entry.name, entry.district, entry.address, entry.summary, ...entry.services].map((it) =>
    fold(it ?? ''),
  )
  return (
    (!kind || entry.kind === kind) &&
    (!use || (entry.use !== null && use.split(',').includes(entry.use))) &&
    (!state || (entry.kind === 'space' && entry.state === state)) &&
    (!params.min_area || (area !== null && area >= Number(params.min_area))) &&
    (!params.max_area || (area !== null && area <= Number(params.max_area))) &&
    (!params.step_free || entry.stepFree === true) &&
    (!params.available_by || (availableFrom !== null && availableFrom <= params.available_by)) &&
    (!rent_class || (entry.rentClass !== null && rent_class.split(',').includes(entry.rentClass))) &&
    (!discipline || discipline.split(',').some((code) => entry.disciplines.some((own) => own === code))) &&
    (!district || entry.district?.toLowerCase() === district.toLowerCase()) &&
    (!bbox || (lng !== null && lat !== null && lng >= west && lng <= east && lat >= south && lat <= north)) &&
    (!q || q.split(' ').every((word) => text.some((part) => part.includes(fold(word)))))
  )
}

// Edges between the steps of the snapshot's grid, so that no point is moved over one by rounding.
const edge = (min: number) => fc.integer({ min: 0, max: 40 }).map((step) => min + step * 0.005 + 0.000_005)
const box = fc
  .tuple(edge(6.9), edge(51), edge(6.9), edge(51))
  .map(([a, b, c, d]) => [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)].join(','))
const questions = fc.record(
  {
    kind: fc.constantFrom(...KINDS),
    discipline: fc.uniqueArray(fc.constantFrom(...DISCIPLINES), { minLength: 1, maxLength: 3 }).map(String),
    district: fc.constantFrom('opladen', 'Wiesdorf', 'KÜPPERSTEG'),
    bbox: box,
    use: fc.subarray([...SPACE_USES], { minLength: 3 }).map(String),
    state: fc.constantFrom('reported', 'verified'),
    min_area: fc.constantFrom('1', '500', '2000'),
    max_area: fc.constantFrom('5000', '3000', '100'),
    step_free: fc.constant('true'),
    available_by: fc.constantFrom('1970-01-01', '2026-12-01', '2027-02-28'),
    rent_class: fc.subarray([...RENT_CLASSES], { minLength: 1 }).map(String),
    // Whole words; what the search forgives beyond them has its own tests.
    q: fc.constantFrom('opladen', 'Wiesdorf', 'kueppersteg'),
  },
  { requiredKeys: [] },
)

describe('a selection', () => {
  test('is what asking each entry would give, each business once, in the order of the snapshot', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const params = asked as Record<string, string>
        const expected = snapshot.entries.filter((entry) => passes(entry, params))
        const { page, matching } = ask(params)
        expect(page.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
        expect(matching).toBe(expected.length)
      }),
      { seed: 9, numRuns: pick(50, 150) },
    )
  })

  test('comes in pages that hold every entry exactly once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (limit) => {
        const ids: string[] = []
        for (let offset = 0; offset <= ids.length; offset += limit) {
          const { page, matching } = ask({ limit: String(limit), offset: String(offset) })
          expect(matching).toBe(700)
          ids.push(...page.map(({ id }) => id))
        }
        expect(ids).toEqual(snapshot.entries.map(({ id }) => id))
      }),
      { seed: 2, numRuns: 10 },
    )
    expect(ask({ offset: '5000' })).toEqual({ page: [], matching: 700 })
  })
})

test('GeoJSON keeps the rules of RFC 7946 and the promised properties', () => {
  const collection = JSON.parse(JSON.stringify(toEntryCollection(ask({ limit: '500', offset: '200' }))))
  expect(collection).toMatchObject({ type: 'FeatureCollection', numberMatched: 700, numberReturned: 500 })
  // Members that would make it another kind of object (RFC 7946, 7.1), or name a reference system (4).
  for (const member of ['coordinates', 'geometries', 'geometry', 'properties', 'crs'])
    expect(collection).not.toHaveProperty(member)
  expect(new Set(collection.features.map(({ id }: { id: string }) => id)).size).toBe(500)
  for (const { type, id, geometry, properties, ...rest } of collection.features) {
    expect([type, typeof id, rest]).toEqual(['Feature', 'string', {}])
    const entry = snapshot.entries.find((it) => it.id === id)
    if (entry?.lng == null || entry.lat === null) expect(geometry).toBeNull()
    else {
      expect(geometry).toEqual({ type: 'Point', coordinates: [entry.lng, entry.lat] })
      expect(Math.abs(geometry.coordinates[0])).toBeLessThanOrEqual(180)
      expect(Math.abs(geometry.coordinates[1])).toBeLessThanOrEqual(90)
    }
    const { kind, name, disciplines, district, source, license } = properties
    expect({ kind, name, disciplines, district, source, license }).toEqual({
      kind: entry?.kind,
      name: entry?.name,
      disciplines: entry?.disciplines,
      district: entry?.district,
      source: 'Ein Verzeichnis',
      license: 'CC0-1.0',
    })
  }
})

test('a place of every sort is in the sample, or the test above would prove little', () => {
  const collection = toEntryCollection(ask({ limit: '500', offset: '200' }))
  expect(collection.features.some(({ geometry }) => geometry === null)).toBe(true)
  expect(collection.features.some(({ properties }) => properties.disciplines.length > 1)).toBe(true)
})

test('the description says which count is which, and its counts are those of the filters', () => {
  const { counts, counting, limits } = describeInterface(snapshot)
  expect(counts.entries).toBe(700)
  expect(counts.located).toBe(ask({ bbox: '-180,-90,180,90' }).matching)
  for (const kind of KINDS) expect(counts.byKind[kind]).toBe(ask({ kind }).matching)
  for (const code of DISCIPLINES) expect(counts.byDiscipline[code]).toBe(ask({ discipline: code }).matching)
  for (const name of ROW_DISTRICTS)
    expect(counts.byDistrict.find(({ district }) => district === name)?.entries).toBe(
      ask({ district: name }).matching,
    )
  const sum = (numbers: Record<string, number>) => Object.values(numbers).reduce((total, it) => total + it, 0)
  expect(sum(counts.byPrimaryDiscipline)).toBe(counts.byKind.business)
  expect(sum(counts.byDiscipline)).toBeGreaterThan(counts.byKind.business ?? 0)
  expect(Object.keys(counts)).toEqual(expect.arrayContaining(Object.keys(counting)))
  expect(limits.entriesPerPage).toBe(500)
})

describe('an answer', () => {
  const address = 'http://127.0.0.1/api/v1/entries.geojson'
  const respond = (search: string, headers: Record<string, string> = {}) =>
    respondToQuery(
      new Request(`${address}${search}`, { headers }),
      async () => snapshot,
      () => new Response('ok'),
    )

  test('carries a tag, and is 304 for whom has it', async () => {
    const first = await respond('')
    const tag = first.headers.get('ETag') ?? ''
    expect([first.status, first.headers.get('Access-Control-Allow-Origin')]).toEqual([200, '*'])
    for (const known of [tag, tag.replace('W/', ''), `"other", ${tag}`, '*']) {
      const again = await respond('', { 'If-None-Match': known })
      expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag])
    }
    expect((await respond('', { 'If-None-Match': '"other"' })).status).toBe(200)
  })

  test('to wrong parameters is a problem that lists them all, open to every origin', async () => {
    const response = await respond('?limit=x&kind=y&z=1')
    expect(response.status).toBe(400)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const problem = await response.json()
    expect(problem).toMatchObject({
      status: 400,
      title: expect.any(String),
      detail: expect.stringContaining('limit'),
    })
    expect(problem.errors.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
      'limit',
      'kind',
      'z',
    ])
  })

  test('without a register is 503 with the time to come again', async () => {
    const fail = () => Promise.reject(new Error('down'))
    const response = await respondFromSnapshot(new Request(address), fail, () => new Response('ok'))
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5'])
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  })
})
