/** What the public sees of a row: places by disclosure, one stored offset, versions that grow only with real changes. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readDeparture } from '#lib/server/queries/departures.ts'
import { readEntries } from '#lib/server/queries/entries.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'

const OPLADEN = { lng: 7.006, lat: 51.066 }

let backend: TestBackend

beforeAll(async () => {
  backend = await startTestBackend()
})
afterAll(() => backend.stop())

beforeEach(async () => {
  await backend.script(`
    delete from public.businesses;
    delete from public.spaces;
    delete from public.districts;
    delete from public.sources;
    insert into public.sources (key, title, license) values ('test', 'Test', 'CC0-1.0');
    insert into public.districts (name, boundary) values
      ('Westen', 'SRID=4326;MULTIPOLYGON(((6.9 51,7.006 51,7.006 51.1,6.9 51.1,6.9 51)))'),
      ('Osten', 'SRID=4326;MULTIPOLYGON(((7.006 51,7.1 51,7.1 51.1,7.006 51.1,7.006 51)))');
  `)
})

async function addBusiness(
  slug: string,
  values: { disclosure?: string; status?: string } = {},
): Promise<void> {
  const { disclosure = 'exact', status = 'published' } = values
  await backend.script(`
    with added as (
      insert into public.businesses (slug, name, address, location, disclosure, status, source_key)
      values ('${slug}', 'Atelier ${slug}', 'Musterweg 1', 'POINT(${OPLADEN.lng} ${OPLADEN.lat})',
        '${disclosure}', '${status}', 'test')
      returning id)
    insert into public.business_disciplines select id, 'design', 'primary' from added
    union all select id, 'music', 'secondary' from added;
  `)
}

async function readEntry(slug: string) {
  const { data, error } = await backend.anon.from('entries').select().eq('slug', slug).maybeSingle()
  expect(error).toBeNull()
  return data
}

async function readVersion(): Promise<number> {
  const { data } = await backend.anon.from('publication').select('version').single()
  return data?.version ?? Number.NaN
}

describe('a place, by disclosure', () => {
  test('exact: as it is, with its address', async () => {
    await addBusiness('exakt')
    expect(await readEntry('exakt')).toMatchObject({
      ...OPLADEN,
      address: 'Musterweg 1',
      disciplines: ['design', 'music'],
    })
  })

  test('blurred: 150 to 300 m away, always the same, without its address', async () => {
    await addBusiness('ungefaehr', { disclosure: 'blurred' })
    const first = await readEntry('ungefaehr')
    const [distance] = await backend.sql<{ meters: number }>(
      'select extensions.st_distance(location, public_location) as meters from public.businesses',
    )
    expect(distance?.meters).toBeGreaterThanOrEqual(149.9)
    expect(distance?.meters).toBeLessThanOrEqual(300.1)
    await backend.script(`update public.businesses set address = 'Musterweg 2', location = location`)
    const second = await readEntry('ungefaehr')
    expect(second).toMatchObject({ lng: first?.lng, lat: first?.lat, address: null })
  })

  test('blurred: belongs to the district of the shown point', async () => {
    await addBusiness('grenze', { disclosure: 'blurred' })
    const entry = await readEntry('grenze')
    expect(entry?.district).toBe(Number(entry?.lng) < 7.006 ? 'Westen' : 'Osten')
  })

  test('district: only its name; none: nothing', async () => {
    await addBusiness('nur-stadtteil', { disclosure: 'district' })
    await addBusiness('nomadisch', { disclosure: 'none' })
    expect(await readEntry('nur-stadtteil')).toMatchObject({
      lng: null,
      lat: null,
      address: null,
      district: 'Westen',
    })
    expect(await readEntry('nomadisch')).toMatchObject({
      lng: null,
      lat: null,
      address: null,
      district: null,
    })
  })
})

describe('the register keeps its promises', () => {
  test('a business without a primary discipline is refused', async () => {
    const adding = backend.script(
      `insert into public.businesses (slug, name, source_key) values ('ohne', 'Ohne', 'test')`,
    )
    await expect(adding).rejects.toThrow(/no primary discipline/)
  })

  test('a candidate is not shown', async () => {
    await addBusiness('wartet', { status: 'candidate' })
    expect(await readEntry('wartet')).toBeNull()
  })

  test('is read whole, wherever the ids lie: 2,100 entries, most of them side by side', async () => {
    await backend.script(`
      insert into public.businesses (id, slug, name, location, status, source_key)
      select (case when nth <= 1900 then '70000000-0000-4000-8000-' else lpad(to_hex(nth * 1234567::bigint % 4294967296), 8, '0') || '-0000-4000-8000-' end
          || lpad(to_hex(nth), 12, '0'))::uuid,
        'viele-' || nth, 'Atelier ' || nth, 'POINT(${OPLADEN.lng} ${OPLADEN.lat})', 'published', 'test'
      from generate_series(1, 2100) nth;
      insert into public.business_disciplines select id, 'design', 'primary' from public.businesses;
    `)
    const { entries } = await readEntries(backend.anon)
    expect(entries).toHaveLength(2100)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2100)
  })

  test('the version grows with a change and not without', async () => {
    await addBusiness('eins')
    const before = await readVersion()
    await backend.script('update public.businesses set name = name where false')
    expect(await readVersion()).toBe(before)
    await backend.script(`update public.businesses set name = 'Neu'`)
    expect(await readVersion()).toBeGreaterThan(before)
  })

  test('the version grows with new, changed and lost addresses, among which chance draws', async () => {
    const grows = async (change: string) => {
      const before = await readVersion()
      await backend.script(change)
      expect(await readVersion(), change).toBeGreaterThan(before)
    }
    await grows(`
      insert into public.addresses (source_key, ref, street, house_number, location)
      values ('test', '1', 'Kölner Straße', '1', 'POINT(7 51)')`)
    await grows(`update public.addresses set house_number = '2'`)
    await grows('delete from public.addresses')
  })

  test('districts that come later reach the entries', async () => {
    await addBusiness('vorher')
    await backend.script(`
      delete from public.districts;
      insert into public.districts (name, boundary)
      values ('Alles', 'SRID=4326;MULTIPOLYGON(((6.9 51,7.1 51,7.1 51.1,6.9 51.1,6.9 51)))');`)
    expect(await readEntry('vorher')).toMatchObject({ district: 'Alles' })
  })
})

describe('a slug without an entry', () => {
  test('says that its entry was withdrawn; a candidate is as unknown as a slug that never was', async () => {
    await addBusiness('zurueckgezogen', { status: 'withdrawn' })
    await addBusiness('wartet', { status: 'candidate' })
    await addBusiness('steht')
    expect(await readDeparture(backend.anon, 'zurueckgezogen')).toBe('withdrawn')
    for (const slug of ['wartet', 'steht', 'niemals', "x' or true --", ''])
      expect(await readDeparture(backend.anon, slug), slug).toBeNull()
  })

  test('says that its space is no longer free, whether let, not vacant or gone', async () => {
    await backend.script(`
      insert into public.spaces (slug, name, status, state, source_key) values
        ('vermietet', 'Laden', 'published', 'let', 'test'),
        ('abgerissen', 'Laden', 'published', 'demolished', 'test'),
        ('vermietet-wartet', 'Laden', 'candidate', 'let', 'test'),
        ('vermietet-zurueck', 'Laden', 'withdrawn', 'let', 'test'),
        ('frei', 'Laden', 'published', 'offered', 'test')`)
    const slugs = ['vermietet', 'abgerissen', 'vermietet-wartet', 'vermietet-zurueck', 'frei']
    const told = await Promise.all(slugs.map((slug) => readDeparture(backend.anon, slug)))
    expect(told).toEqual(['taken', 'taken', null, 'withdrawn', null])
  })
})
