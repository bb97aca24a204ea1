/** What a person has changed stays when the source changes; field by field, and the report says so. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { emptyRegister, importRows, readContent } from '#tests/support/importing.ts'
import { createPerson, type TestPerson } from '#tests/support/people.ts'
import { writeTemporaryFile } from '#tests/support/temporary-file.ts'

let backend: TestBackend
let moderator: TestPerson
beforeAll(async () => {
  backend = await startTestBackend()
  moderator = await createPerson(backend, 'moderator')
})
afterAll(() => backend.stop())
beforeEach(() => emptyRegister(backend))

type Row = Record<string, string | number>
const business = (more: Row = {}): Row => ({
  id: 'b',
  kind: 'business',
  name: 'Atelier Alt',
  summary: 'alt',
  website: 'https://alt.example',
  address: 'Beispielgasse 1, 51379 Leverkusen',
  disciplines: 'design;art;music',
  lng: 7.006,
  lat: 51.066,
  ...more,
})
const space = (more: Row = {}): Row => ({
  ...business({ id: 's', kind: 'space', name: 'Eckladen', disciplines: '', use: 'shop' }),
  area_square_meters: '40.256',
  vacant_since: '2025',
  ...more,
})

async function readEntry(): Promise<Record<string, unknown>> {
  const [slug] = await backend.sql<{ slug: string }>(
    'select slug from public.businesses union all select slug from public.spaces',
  )
  const { data } = await moderator.client.rpc('staff_entry', { wanted: slug?.slug ?? '' })
  return { kind: data?.[0]?.kind, ...JSON.parse(data?.[0]?.entry ?? '{}') }
}
async function edit(fields: Record<string, unknown>): Promise<void> {
  const { kind, slug, updated_at } = await readEntry()
  const { data } = await moderator.client.rpc('staff_save_entry', {
    payload: JSON.stringify({ kind, slug, updated_at, fields }),
  })
  expect(data?.[0]?.outcome).toBe('saved')
}

test('name and text of a person stay, what nobody touched follows the source', async () => {
  await importRows(backend, [business()], { publish: true })
  await edit({ name: 'Atelier Neu', summary: 'von Hand' })
  const reportFile = writeTemporaryFile('report.csv', '')
  const rows = [business({ name: 'Atelier Quelle', summary: 'Quelle', website: 'https://neu.example' })]
  const trial = await importRows(backend, rows, { publish: true, isTrial: true, reportFile })
  expect(trial.counts).toMatchObject({ updated: 1 })
  expect(parse(readFileSync(reportFile), { columns: true, bom: true })).toMatchObject([
    { field: 'name, summary', message: expect.stringMatching(/^stays as somebody wrote it by hand/) },
  ])
  expect(await readEntry()).toMatchObject({ website: 'https://alt.example/' })
  expect((await importRows(backend, rows, { publish: true })).counts).toMatchObject({ updated: 1 })
  const entry = await readEntry()
  expect(entry).toMatchObject({
    name: 'Atelier Neu',
    summary: 'von Hand',
    website: 'https://neu.example/',
    disciplines: ['design', 'art', 'music'],
  })
  const { data } = await moderator.client.rpc('staff_source_differences', { wanted: String(entry.slug) })
  expect(JSON.parse(data?.[0]?.last_imported ?? '')).toMatchObject({
    name: 'Atelier Quelle',
    summary: 'Quelle',
  })
  expect((await importRows(backend, rows, { publish: true })).counts).toMatchObject({ unchanged: 1 })
  const again = [business({ name: 'Atelier Dritte', summary: 'Dritte' })]
  await importRows(backend, again, { publish: true })
  expect(await readEntry()).toMatchObject({ name: 'Atelier Neu', website: 'https://alt.example/' })
})

test('where source and person agree again, the source leads again', async () => {
  await importRows(backend, [business()])
  await edit({ name: 'Atelier Neu' })
  await importRows(backend, [business({ name: 'Atelier Neu' })])
  await importRows(backend, [business({ name: 'Atelier Später' })])
  expect(await readEntry()).toMatchObject({ name: 'Atelier Später' })
})

test('place and disciplines of a person stay, also when the source moves or sorts them otherwise', async () => {
  await importRows(backend, [business()])
  await edit({ lng: 7.0071, lat: 51.0671, disciplines: ['music', 'books'] })
  await importRows(backend, [business({ disciplines: 'design;music;art', lng: 7.01, lat: 51.07 })])
  expect(await readEntry()).toMatchObject({ lng: 7.0071, lat: 51.0671, disciplines: ['music', 'books'] })
})

test('disciplines that nobody touched follow the source', async () => {
  await importRows(backend, [business()])
  await edit({ name: 'Atelier Neu' })
  await importRows(backend, [business({ disciplines: 'books;design' })])
  expect(await readEntry()).toMatchObject({ name: 'Atelier Neu', disciplines: ['books', 'design'] })
})

test('a space keeps its state, its size follows, and two fields of one statement stay together', async () => {
  await importRows(backend, [space()])
  await edit({ state: 'let', vacant_since: '2025-03-01', vacant_since_precision: 'month' })
  await importRows(backend, [space({ area_square_meters: '55', vacant_since: '2024-01-15' })])
  expect(await readEntry()).toMatchObject({
    state: 'let',
    area_square_meters: 55,
    vacant_since: '2025-03-01',
    vacant_since_precision: 'month',
  })
})

test('of two confirmations the later one stays', async () => {
  await importRows(backend, [business({ confirmed_on: '2026-01-01' })])
  await edit({ confirmed_on: '2026-06-01', confirmed_by: 'moderator' })
  await importRows(backend, [business({ confirmed_on: '2026-03-01' })])
  expect(await readEntry()).toMatchObject({ confirmed_on: '2026-06-01', confirmed_by: 'moderator' })
  await importRows(backend, [business({ confirmed_on: '2026-09-01' })])
  expect(await readEntry()).toMatchObject({ confirmed_on: '2026-09-01', confirmed_by: 'source' })
})

test('without edits a changed file leaves the same as a first import of it', async () => {
  // Slugs come from the first name and the reference, and stay.
  const read = async () =>
    (await readContent(backend)).map((line) => line.replace(/"slug": "[^"]*"/, '')).toSorted()
  const changed = [
    business({ name: 'B', summary: '', website: '', disciplines: 'art;books', lng: 7.02 }),
    space({ area_square_meters: '', vacant_since: '2026-02', use: 'office' }),
  ]
  await importRows(backend, changed, { publish: true })
  const direct = await read()
  await emptyRegister(backend)
  await importRows(backend, [business(), space()], { publish: true })
  expect(await read()).not.toEqual(direct)
  await importRows(backend, changed, { publish: true })
  expect(await read()).toEqual(direct)
})

test.each([
  [
    'business',
    business({ id: 'x', name: 'Atelier' }),
    business({ id: 'y', name: 'Das Atelier', lng: 7.007 }),
  ],
  ['space', space({ id: 'x' }), space({ id: 'y', name: 'Der Eckladen', lng: 7.007 })],
])('a %s that staff has merged stays merged when its row changes', async (kind, one, other) => {
  await importRows(backend, [one, other], { publish: true })
  const table = kind === 'business' ? 'businesses' : 'spaces'
  const readEntries = () =>
    backend.sql<{ slug: string; status: string }>(
      `select slug, status from public.${table} order by status, slug`,
    )
  const [keep, remove] = await readEntries()
  const payload = JSON.stringify({ kind, keep: keep?.slug, remove: remove?.slug })
  expect((await moderator.client.rpc('staff_merge', { payload })).data).toBe(true)
  const merged = await readEntries()
  expect(merged.map(({ status }) => status)).toEqual(['published', 'withdrawn'])
  const rows = [one, other].map((row) => ({ ...row, website: 'https://neu.example' }))
  const { counts } = await importRows(backend, rows, { publish: true })
  expect(counts).toMatchObject({ added: 0, updated: 1, duplicates: 1 })
  expect(await readEntries()).toEqual(merged)
})
