/** What an import leaves in the register, and what a second one changes: nothing, unless the file has changed. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readCity } from '#lib/server/city.ts'
import { seedDemonstration } from '#lib/server/demo/seed.ts'
import { normaliseName } from '#lib/server/import/name.ts'
import { toLngLat } from '#lib/server/import/position.ts'
import { parseProfile } from '#lib/server/import/profile.ts'
import { readEntries } from '#lib/server/queries/entries.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { emptyRegister, importFile, importRows, readContent, readVersion } from '#tests/support/importing.ts'
import { writeTemporaryFile } from '#tests/support/temporary-file.ts'

const METERS_PER_DEGREE = 111_320
const REFERENCE = resolve(import.meta.dirname, '../fixtures/reference/wz2008-disciplines.csv')

let backend: TestBackend
beforeAll(async () => {
  backend = await startTestBackend()
})
afterAll(() => backend.stop())
beforeEach(() => emptyRegister(backend))

const business = (id: string, more: Record<string, string | number> = {}) => ({
  id,
  kind: 'business',
  name: `Atelier ${id}`,
  disciplines: 'design',
  lng: 7.006,
  lat: 51.066,
  ...more,
})
const space = (id: string, more: Record<string, string | number> = {}) =>
  business(id, { kind: 'space', name: 'Vacant', disciplines: '', use: 'shop', ...more })
const north = (meters: number) => ({ lat: 51.066 + meters / METERS_PER_DEGREE })

async function statusOf(ref: string): Promise<string | undefined> {
  const [row] = await backend.sql<{ status: string }>(
    `select coalesce(b.status, s.status) as status from public.source_records r
     left join public.businesses b on b.id = r.business_id left join public.spaces s on s.id = r.space_id
     where r.ref = $1`,
    [ref],
  )
  return row?.status
}

test('an import measures no empty table, which would count as empty however full the next one makes it', async () => {
  const readRows = () =>
    backend.sql(`select reltuples::int as rows from pg_class where oid = 'public.spaces'::regclass`)
  await importRows(backend, [space('a'), space('b')])
  expect(await readRows()).toEqual([{ rows: 2 }])
  await emptyRegister(backend)
  await importRows(backend, [business('a')])
  expect(await readRows()).toEqual([{ rows: 2 }])
})

test('a space begins on the day of its confirmation, an unconfirmed one on the day it came in', async () => {
  await importRows(backend, [space('a', { confirmed_on: '2025-03-04' }), space('b')])
  const steps = await backend.sql(
    `select r.ref, t.state, case t.since when current_date then 'today' else t.since::text end as since
     from public.space_states t join public.source_records r on r.space_id = t.space_id order by r.ref`,
  )
  expect(steps).toEqual([
    { ref: 'a', state: 'reported', since: '2025-03-04' },
    { ref: 'b', state: 'reported', since: 'today' },
  ])
})

describe('the same file twice', () => {
  test('changes nothing: no row, no version', async () => {
    const rows = [
      ...Array.from({ length: 700 }, (_, nth) =>
        business(`b${nth}`, { lat: 51 + nth / 1000, wz2008: '71.11.2' }),
      ),
      ...Array.from({ length: 60 }, (_, nth) => space(`s${nth}`)),
      business('review', { disciplines: '', wz2025: '47.61.0' }),
    ]
    const first = await importRows(backend, rows, { publish: true })
    expect(first.counts).toMatchObject({ read: 761, added: 760, review: 1 })
    const [statistics] = await backend.sql(
      "select reltuples as rows from pg_catalog.pg_class where oid = 'public.businesses'::regclass",
    )
    expect(statistics).toEqual({ rows: 701 })
    const [content, version] = [await readContent(backend), await readVersion(backend)]
    const second = await importRows(backend, rows, { publish: true })
    expect(second.counts).toMatchObject({ read: 761, unchanged: 761 })
    expect(await readContent(backend)).toEqual(content)
    expect(await readVersion(backend)).toBe(version)
    const runs = await backend.sql<{ counts: unknown }>(
      'select counts from public.import_runs order by started_at',
    )
    expect(runs.map(({ counts }) => counts)).toEqual([first.counts, second.counts])
  })

  test('a changed row is updated in its place, its address in the URL stays', async () => {
    await importRows(backend, [business('1'), business('2', north(500))], { publish: true })
    const [slug] = await backend.sql("select slug from public.businesses where name = 'Atelier 1'")
    const changed = business('1', { name: 'Neuer Name', disciplines: 'music;art', lat: 51.07 })
    const { counts } = await importRows(backend, [changed, business('2', north(500))], { publish: true })
    expect(counts).toMatchObject({ updated: 1, unchanged: 1 })
    const { entries } = await readEntries(backend.anon)
    expect(entries.find(({ name }) => name === 'Neuer Name')).toMatchObject({
      ...slug,
      disciplines: ['music', 'art'],
      lat: 51.07,
    })
    expect(entries).toHaveLength(2)
  })
})

describe('duplicates', () => {
  test('the same name within 50 m of what another source brought; farther away it is another', async () => {
    await importRows(backend, [business('1', { name: 'Büro Müller' })], { source: 'first' })
    const again = [
      business('a', { name: 'BUERO MUELLER', ...north(45) }),
      business('b', { name: 'Büro Müller', ...north(-55) }),
    ]
    expect((await importRows(backend, again, { source: 'second' })).counts).toMatchObject({
      duplicates: 1,
      added: 1,
    })
    expect((await importRows(backend, again, { source: 'second' })).counts).toMatchObject({
      duplicates: 1,
      unchanged: 1,
    })
  })

  test('spaces and placeholder names never match by name', async () => {
    const vacant = (id: string) => business(id, { name: 'Leerstand' })
    await importRows(backend, [space('1'), vacant('2')], { source: 'first' })
    const { counts } = await importRows(backend, [space('1'), space('3'), vacant('2'), vacant('4')], {
      source: 'second',
    })
    expect(counts).toMatchObject({ added: 4, duplicates: 0 })
  })

  test('one that moved away is looked at anew', async () => {
    await importRows(backend, [business('1', { name: 'Büro' })], { source: 'first' })
    await importRows(backend, [business('a', { name: 'Büro' })], { source: 'second' })
    const { counts } = await importRows(backend, [business('a', { name: 'Büro', ...north(300) })], {
      source: 'second',
    })
    expect(counts).toMatchObject({ updated: 1 })
    expect(await backend.sql('select from public.businesses')).toHaveLength(2)
  })

  test('the database normalises names as the importer does', async () => {
    const name = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'aäÄöÜßẞæØéÉñ .-&1Žİ'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
    })
    const names = fc.sample(name, { numRuns: 300, seed: 9 }).filter((text) => !text.includes('\0'))
    const rows = await backend.sql<{ plain: string }>(
      'select private.normalise_name(n.name) as plain from jsonb_array_elements_text($1::text::jsonb) with ordinality n (name, nth) order by nth',
      [JSON.stringify(names)],
    )
    expect(rows.map(({ plain }) => plain)).toEqual(names.map(normaliseName))
  })
})

test('a business that became a space is one, and back', async () => {
  await importRows(backend, [business('1')], { publish: true })
  expect((await importRows(backend, [space('1')], { publish: true })).counts).toMatchObject({ updated: 1 })
  expect((await readEntries(backend.anon)).entries).toMatchObject([{ kind: 'space' }])
  expect(await backend.sql('select from public.businesses')).toEqual([])
  expect((await importRows(backend, [business('1')], { publish: true })).counts).toMatchObject({ updated: 1 })
  expect((await readEntries(backend.anon)).entries).toMatchObject([{ kind: 'business' }])
  expect(await backend.sql('select from public.source_records')).toHaveLength(1)
})

describe('publication', () => {
  const unsure = business('r', { disciplines: '', wz2025: '47.61.0', ...north(200) })

  test('without --publish rows wait; with it they show later; what is unsure still waits', async () => {
    await importRows(backend, [business('1'), unsure])
    expect(await statusOf('1')).toBe('candidate')
    const later = await importRows(backend, [business('1'), unsure], { publish: true })
    expect(later.counts).toMatchObject({ updated: 1, unchanged: 1, review: 0 })
    expect(await statusOf('1')).toBe('published')
    expect(await statusOf('r')).toBe('candidate')
    const again = await importRows(backend, [business('1'), unsure])
    expect(again.counts).toMatchObject({ unchanged: 2 })
    expect(await statusOf('1')).toBe('published')
  })

  test('what staff decided stands', async () => {
    await importRows(backend, [business('1'), unsure], { publish: true })
    await backend.script(`update public.businesses set status = 'withdrawn' where name = 'Atelier 1';
      update public.businesses set status = 'published' where name = 'Atelier r'`)
    const rows = [business('1', { summary: 'neu' }), { ...unsure, summary: 'neu' }]
    expect((await importRows(backend, rows, { publish: true })).counts).toMatchObject({ updated: 2 })
    expect(await statusOf('1')).toBe('withdrawn')
    expect(await statusOf('r')).toBe('published')
  })

  test('what was sure and no longer is waits for a moderator', async () => {
    const sure = { ...unsure, wz2025: '', wz2008: '47.61.0' }
    await importRows(backend, [sure], { publish: true })
    expect(await statusOf('r')).toBe('published')
    expect((await importRows(backend, [unsure], { publish: true })).counts).toMatchObject({ review: 1 })
    expect(await statusOf('r')).toBe('candidate')
    expect((await importRows(backend, [sure], { publish: true })).counts).toMatchObject({ updated: 1 })
    expect(await statusOf('r')).toBe('published')
  })
})

describe('the demonstration', () => {
  test('leaves with the first real import, not with a trial', async () => {
    await seedDemonstration(backend.sql, readCity())
    await importRows(backend, [business('1')], { publish: true, isTrial: true })
    expect((await readEntries(backend.anon)).publication.demonstration).toBe(true)
    await importRows(backend, [business('1')], { publish: true })
    const { entries, publication } = await readEntries(backend.anon)
    expect(publication.demonstration).toBe(false)
    expect(entries.map(({ name }) => name)).toEqual(['Atelier 1'])
    expect(await backend.sql('select from public.districts')).toEqual([])
  })
})

test('a trial counts and writes nothing', async () => {
  await importRows(backend, [business('1')])
  const [content, version] = [await readContent(backend), await readVersion(backend)]
  const rows = [
    business('1', { name: 'Anders' }),
    business('2', north(200)),
    business('3', { lat: 7, lng: 51 }),
  ]
  const { counts, printed } = await importRows(backend, rows, { isTrial: true, source: 'test' })
  expect(counts).toMatchObject({ updated: 1, added: 1, rejected: 1 })
  expect(printed[0]).toMatch(/^line 4, lng, lat: .* swapped\. Cure: /)
  expect(await readContent(backend)).toEqual(content)
  expect(await readVersion(backend)).toBe(version)
  expect(await backend.sql('select from public.import_runs')).toHaveLength(1)
})

describe('what surrounds the entries', () => {
  const feature = (name: string, west: number) => ({
    type: 'Feature',
    properties: { name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 51],
          [west + 0.1, 51],
          [west + 0.1, 51.1],
          [west, 51.1],
          [west, 51],
        ],
      ],
    },
  })
  const districts = (...features: object[]) =>
    writeTemporaryFile('d.geojson', JSON.stringify({ type: 'FeatureCollection', features }))

  test('districts reach the entries, old and new', async () => {
    await importRows(backend, [business('1')], { publish: true })
    const file = districts(feature('Westen', 6.95), feature('Osten', 7.05), {
      ...feature('Ort', 7),
      geometry: { type: 'Point', coordinates: [7, 51] },
    })
    const options = { profile: 'osm', target: 'districts' } as const
    expect((await importFile(backend, file, options)).counts).toMatchObject({ added: 2, rejected: 1 })
    expect((await readEntries(backend.anon)).entries).toMatchObject([{ district: 'Westen' }])
    const version = await readVersion(backend)
    expect((await importFile(backend, file, options)).counts).toMatchObject({ unchanged: 2, rejected: 1 })
    expect(await readVersion(backend)).toBe(version)
    const moved = districts(feature('Osten', 6.95), feature('Westen', 7.05))
    expect((await importFile(backend, moved, options)).counts).toMatchObject({ updated: 2 })
    expect((await readEntries(backend.anon)).entries).toMatchObject([{ district: 'Osten' }])
  })

  test('context from OpenMapTiles, twice', async () => {
    const point = (subclass: string, lng: number) => ({
      type: 'Feature',
      properties: { subclass, name: subclass },
      geometry: { type: 'Point', coordinates: [lng, 51] },
    })
    const file = districts(point('cafe', 7), point('station', 7.01), point('books', 7.02))
    const options = { profile: 'omt', target: 'context' } as const
    expect((await importFile(backend, file, options)).counts).toMatchObject({ added: 2, skipped: 1 })
    expect((await importFile(backend, file, options)).counts).toMatchObject({ unchanged: 2, skipped: 1 })
    expect(await backend.sql('select kind from public.context_places order by kind')).toEqual([
      { kind: 'cafe' },
      { kind: 'station' },
    ])
  })
})

describe('geocoding', () => {
  const address = (id: string, more: Record<string, string>) => ({
    id,
    street: 'Kölner Straße',
    house_number: '12',
    postcode: '51379',
    place: 'Leverkusen',
    lng: 7.006,
    lat: 51.066,
    ...more,
  })
  const addresses = [
    address('1', {}),
    address('2', { house_number: '14 a', lng: '7.007' }),
    address('3', { street: 'Hauptstraße', house_number: '1', postcode: '', place: '' }),
    address('4', { street: 'Hauptstraße', house_number: '1', postcode: '', place: '', lat: '51.1' }),
    address('5', { street: '', house_number: '12' }),
  ]
  const placeless = (id: string, text: string) => ({
    id,
    name: `Büro ${id}`,
    disciplines: 'design',
    address: text,
  })
  const places = () =>
    backend.sql(
      `select name, extensions.st_x(location::extensions.geometry) as lng from public.businesses order by name`,
    )

  beforeEach(async () => {
    const { counts } = await importRows(backend, addresses, { source: 'houses', target: 'addresses' })
    expect(counts).toMatchObject({ added: 5 })
    expect(
      (await importRows(backend, addresses, { source: 'houses', target: 'addresses' })).counts,
    ).toMatchObject({ unchanged: 5 })
  })

  test('an address is found in other spellings; where two places could be meant none is taken', async () => {
    const rows = [
      placeless('a', 'Koelner Str. 12, 51379 Leverkusen'),
      placeless('b', 'KÖLNER STRASSE 14A'),
      placeless('c', 'Hauptstraße 1'),
      placeless('d', 'Kölner Straße 12, 40210 Düsseldorf'),
      placeless('e', 'Kölner Straße 99'),
      placeless('f', 'Postfach 12'),
    ]
    expect((await importRows(backend, rows)).counts).toMatchObject({ added: 6 })
    expect((await places()).map(({ lng }) => lng)).toEqual([7.006, 7.007, null, null, null, null])
    expect((await importRows(backend, rows)).counts).toMatchObject({ unchanged: 6 })
  })

  test('addresses that come later place what waits; a place once found stays while the address does', async () => {
    const row = placeless('a', 'Neue Straße 5')
    await importRows(backend, [row])
    await importRows(backend, [address('9', { street: 'Neue Straße', house_number: '5' })], {
      source: 'houses',
      target: 'addresses',
    })
    expect((await importRows(backend, [row])).counts).toMatchObject({ updated: 1 })
    await backend.script(`delete from public.addresses`)
    expect((await importRows(backend, [row])).counts).toMatchObject({ unchanged: 1 })
    expect((await importRows(backend, [{ ...row, summary: 'neu' }])).counts).toMatchObject({ updated: 1 })
    expect(await places()).toMatchObject([{ lng: 7.006 }])
    await importRows(backend, [placeless('a', 'Anderswo 1')])
    expect(await places()).toMatchObject([{ lng: null }])
  })
})

test('every row that passes the checks is taken by the database', async () => {
  const texts = fc.string({ unit: 'binary', maxLength: 40 })
  const maybe = (...values: string[]) => fc.constantFrom('', ...values)
  const row = fc.record({
    kind: maybe('business', 'space'),
    name: texts,
    summary: texts,
    services: texts,
    website: fc.oneof({ weight: 9, arbitrary: fc.webUrl() }, texts),
    address: texts,
    lng: maybe('7', '7.1234567890123', '5.8', '15.1'),
    lat: maybe('51', '47.2', '55.1'),
    disciplines: maybe('art', 'art,art', 'music;books;design'),
    wz2008: maybe('59.20.2', '71.11.2|59.20.2'),
    wz2025: maybe('47.61.0', '59.20.2'),
    disclosure: maybe('exact', 'blurred', 'district', 'none'),
    use: maybe('plot', 'desk'),
    state: maybe('let', 'offered'),
    certainty: maybe('0', '10', '5,0'),
    area_square_meters: maybe('0.1', '0,14', '9999999', '9999999.0', '1234567.89'),
    floor: texts,
    available_from: maybe('1900-01-01', '31.12.2100'),
    former_use: texts,
    vacant_since: maybe('1900', '2100-12', '29.2.2024'),
    confirmed_on: maybe('1990-01-01', '2100-12-31', '2026-01-01'),
    confirmed_by: maybe('owner', 'source'),
  })
  const rows = fc
    .sample(row, { numRuns: 400, seed: 12 })
    .map((it, nth) => ({ ...it, id: nth % 5 === 0 ? it.name : `${nth}` }))
  const { counts } = await importRows(backend, rows, { publish: true })
  expect(counts.added + counts.review + counts.duplicates + counts.rejected).toBe(400)
  expect(counts.added).toBeGreaterThan(100)
  expect((await importRows(backend, rows, { publish: true })).counts).toMatchObject({
    added: 0,
    updated: 0,
    review: 0,
  })
})

describe('against PostGIS', () => {
  test.each(['EPSG:25832', 'EPSG:25833', 'EPSG:3857'] as const)('%s', async (projection) => {
    const points = fc.sample(
      fc.tuple(fc.double({ min: 6, max: 15, noNaN: true }), fc.double({ min: 47.5, max: 55, noNaN: true })),
      { numRuns: 50, seed: 13 },
    )
    for (const [lng, lat] of points) {
      const [at] = await backend.sql<{ x: number; y: number }>(
        `select extensions.st_x(p) as x, extensions.st_y(p) as y from extensions.st_transform(
          extensions.st_setsrid(extensions.st_makepoint($1::float8, $2::float8), 4326), $3::int) as p`,
        [lng, lat, Number(projection.slice(5))],
      )
      const place = toLngLat([at?.x ?? 0, at?.y ?? 0], projection, readCity().countryBox)
      expect(Math.abs(place.lng - lng)).toBeLessThan(2e-7)
      expect(Math.abs(place.lat - lat)).toBeLessThan(2e-7)
    }
  })

  test('a JSON profile with metres of the German grid', async () => {
    const profile = parseProfile(
      {
        delimiter: ';',
        projection: 'EPSG:25832',
        kind: 'space',
        columns: { name: 'Objekt', lng: 'Ost', lat: 'Nord', id: 'Nr' },
      },
      'own.json',
    )
    const file = writeTemporaryFile(
      'r.csv',
      'Nr;Objekt;Ost;Nord\n1;Halle;360000;5659000\n2;Halle;5659000;360000\n',
    )
    const { counts, printed } = await importFile(backend, file, { profile, publish: true })
    expect(counts).toMatchObject({ added: 1, rejected: 1 })
    expect(printed[0]).toContain('line 3, Ost, Nord: 5659000, 360000: the coordinates are swapped')
  })
})

test('the WZ codes of both versions are those of the reference', async () => {
  const lines: Record<string, string>[] = parse(readFileSync(REFERENCE), { columns: true })
  const expected = lines.flatMap((line) => [
    `2008 ${line.wz2008_code} ${line.discipline} false`,
    ...(line.wz2025_codes ?? '')
      .split(',')
      .map((code) => `2025 ${code.trim().replace('(ex)', '')} ${line.discipline} ${code.includes('(ex)')}`),
  ])
  const rows = await backend.sql<{ line: string }>(
    "select version || ' ' || code || ' ' || discipline_code || ' ' || is_partial as line from public.wz_codes",
  )
  expect(new Set(rows.map(({ line }) => line))).toEqual(new Set(expected))
  const headless = await backend.sql(
    'select version, code from public.wz_codes group by version, code having not bool_or(is_primary)',
  )
  expect(headless).toEqual([])
})
