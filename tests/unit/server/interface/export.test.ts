import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { toDay } from '#lib/core/domain/freshness.ts'
import { toExportPath } from '#lib/core/view/export-path.ts'
import { NO_FILTER } from '#lib/core/view/filter.ts'
import { streamCsv } from '#lib/server/interface/entries-csv.ts'
import { streamGeoJson } from '#lib/server/interface/entries-geojson.ts'
import { toFileName } from '#lib/server/interface/export-response.ts'
import { inventSnapshot, SOURCES } from '#tests/support/register.ts'

const { entries, sources } = await inventSnapshot(1234, 9)
const readText = (stream: ReadableStream) => new Response(stream).text()

test('a GeoJSON export is whole, in the order given, with the licences of what is in it', async () => {
  const collection = JSON.parse(
    await readText(streamGeoJson({ page: entries, matching: entries.length }, sources)),
  )
  expect(collection.features.map(({ id }: { id: string }) => id)).toEqual(entries.map(({ id }) => id))
  expect(collection).toMatchObject({ type: 'FeatureCollection', numberMatched: 1234, numberReturned: 1234 })
  expect(collection.licenses).toEqual(SOURCES.slice(0, 2))
  expect(collection.features[0].properties).toMatchObject({ attribution: expect.stringMatching(/^Stadt/) })
})

test('an export of nothing is still a file', async () => {
  const collection = JSON.parse(await readText(streamGeoJson({ page: [], matching: 0 }, sources)))
  expect(collection).toEqual({
    type: 'FeatureCollection',
    numberMatched: 0,
    numberReturned: 0,
    licenses: [],
    features: [],
  })
  expect(parse(await readText(streamCsv([])))).toHaveLength(1)
})

test('a CSV export is whole; each line names licence and whom to name', async () => {
  const rows: Record<string, string>[] = parse(await readText(streamCsv(entries)), { columns: true })
  expect(rows.map(({ id }) => id)).toEqual(entries.map(({ id }) => id))
  expect(rows.every((row) => row.license === 'CC BY 4.0' && row.attribution?.startsWith('Stadt, "'))).toBe(
    true,
  )
})

test('the address of an export says what the filter says', () => {
  const where = { view: [6.9, 51, 7.1, 51.1] as const, recentSinceDay: toDay('2025-11-24') }
  expect(toExportPath('csv', NO_FILTER, where)).toBe('/api/v1/entries.csv')
  const filter = {
    ...NO_FILTER,
    disciplines: ['music', 'design'] as const,
    kind: 'business' as const,
    districts: ['Opladen', 'Bürrig'],
    isRecent: true,
    isInView: true,
    query: 'a&b',
  }
  const { pathname, searchParams } = new URL(toExportPath('geojson', filter, where), 'http://localhost')
  expect(pathname).toBe('/api/v1/export.geojson')
  expect(Object.fromEntries(searchParams)).toEqual({
    kind: 'business',
    discipline: 'music,design',
    district: 'Opladen,Bürrig',
    bbox: '6.9,51,7.1,51.1',
    confirmed_since: '2025-11-24',
    q: 'a&b',
  })
  const spaces = {
    ...NO_FILTER,
    kind: 'space' as const,
    uses: ['workshop', 'studio'] as const,
    states: ['offered'] as const,
    area: { from: 40, to: 100 },
    isStepFree: true,
    availableBy: '2027-03-01',
    rents: ['free', 'low'] as const,
  }
  const asked = new URL(toExportPath('csv', spaces, where), 'http://localhost').searchParams
  expect(Object.fromEntries(asked)).toEqual({
    kind: 'space',
    use: 'workshop,studio',
    state: 'offered',
    min_area: '40',
    max_area: '100',
    step_free: 'true',
    available_by: '2027-03-01',
    rent_class: 'free,low',
  })
  expect(toExportPath('csv', { ...NO_FILTER, isInView: true }, { ...where, view: null })).toBe(
    '/api/v1/entries.csv',
  )
  expect(
    toExportPath('csv', { ...NO_FILTER, isInView: true }, { ...where, view: [-190, -91, 190, 91] }),
  ).toBe('/api/v1/entries.csv?bbox=-180%2C-90%2C180%2C90')
})

test('a file is named after the city and its day', () => {
  const late = new Date('2026-11-23T23:30:00Z')
  expect(toFileName({ key: 'leverkusen', timeZone: 'Europe/Berlin' }, late, 'csv')).toBe(
    'keimzelle-leverkusen-2026-11-24.csv',
  )
})
