/** What planning reads of the register as anybody may: facts of districts, on both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeDistricts, describeOutline } from '#lib/core/geo/areas/planning-ground.ts'
import { createDraw } from '#lib/core/geo/chance/null-places.ts'
import { formatDistrictsCsv } from '#lib/server/interface/districts-csv.ts'
import { readNullChoices } from '#lib/server/published/null-choices.ts'
import { type Ground, readGround } from '#lib/server/published/planning-cache.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'

let backend: TestBackend
let ground: Ground
beforeAll(async () => {
  backend = await startTestBackend()
  await backend.script(`
    insert into public.sources (key, title, license) values ('list', 'Liste', 'CC0-1.0');
    insert into public.districts (name, boundary) values
      ('Westen', 'SRID=4326;MULTIPOLYGON(((7 51,7.01 51,7.01 51.01,7 51.01,7 51)))'),
      ('Osten', 'SRID=4326;MULTIPOLYGON(((7.01 51,7.02 51,7.02 51.01,7.01 51.01,7.01 51)))');
    insert into public.businesses (slug, name, location, disclosure, status, source_key)
      select 'b-' || n, 'Betrieb ' || n, 'SRID=4326;POINT(7.005 51.005)', case n when 6 then 'district' else 'exact' end,
        case n when 7 then 'candidate' else 'published' end, 'list' from generate_series(1, 7) n;
    insert into public.business_disciplines (business_id, discipline_code, role)
      select id, case slug when 'b-1' then 'art' else 'design' end, 'primary' from public.businesses;
    insert into public.spaces (slug, name, location, status, state, step_free, area_square_meters, source_key) values
      ('s-1', 'Laden', 'SRID=4326;POINT(7.004 51.004)', 'published', 'offered', true, 60, 'list'),
      ('s-2', 'Halle', 'SRID=4326;POINT(7.004 51.004)', 'published', 'verified', null, 400, 'list'),
      ('s-3', 'Vermietet', 'SRID=4326;POINT(7.004 51.004)', 'published', 'let', false, 50, 'list'),
      ('s-4', 'Nur gemeldet', 'SRID=4326;POINT(7.004 51.004)', 'candidate', 'reported', false, 50, 'list');
    insert into public.context_places (source_key, ref, kind, name, location) values
      ('list', '1', 'station', 'Bahnhof', 'SRID=4326;POINT(7.005 51.006)'),
      ('list', '2', 'cafe', null, 'SRID=4326;POINT(7.005 51.0051)');
    update public.space_states set since = date '2025-01-15';
    insert into public.space_states (space_id, state, since)
      select id, 'reported', date '2024-02-01' from public.spaces where slug = 's-3';
  `)
  ground = await readGround(backend.anon)
})
afterAll(() => backend.stop())

describe('the facts of districts', () => {
  test('count what the public sees, those without a shown place too', () => {
    const [east, west] = describeDistricts(ground, ground.outlines)
    expect([east?.name, west?.name]).toEqual(['Osten', 'Westen'])
    expect(west?.facts).toMatchObject({
      businesses: 6,
      isTooFew: false,
      vacantSpaces: 2,
      vacantSquareMeters: { value: 460, n: 2, of: 2 },
      offeredSpaces: 1,
      smallSpacesShare: { value: 0.5, n: 2, of: 2 },
      stepFreeShare: { value: 1, n: 1, of: 2 },
      nearestStation: 'Bahnhof',
      thirdPlaces: { value: 1, n: 1 },
    })
    expect(west?.facts.nearestStationMeters.value).toBeCloseTo(111, -1)
    expect(east?.facts).toMatchObject({
      businesses: 0,
      isTooFew: true,
      vacantSpaces: 0,
      vacancyByQuarter: [],
    })
  })

  test('tell how vacancy changed, with spaces that are let by now, and without candidates', () => {
    const days = describeDistricts(ground, ground.outlines)[1]?.facts.vacancyByQuarter ?? []
    expect(days.find(({ day }) => day === '2024-04-01')).toEqual({ day: '2024-04-01', vacant: 1, known: 1 })
    expect(days.find(({ day }) => day === '2025-04-01')).toEqual({ day: '2025-04-01', vacant: 2, known: 3 })
  })

  test('are written as CSV', () => {
    const { version } = ground
    const csv = formatDistrictsCsv(describeDistricts(ground, ground.outlines), {
      version,
      today: '2026-11-24',
    })
    const lines = csv.trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/,version,today$/)
    expect(lines[2]).toMatch(new RegExp(`^Westen,.*,${version},2026-11-24$`))
  })
})

test('an outline holds what is shown in it', () => {
  const outline = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [7, 51],
        [7.01, 51],
        [7.01, 51.01],
        [7, 51.01],
        [7, 51],
      ],
    ],
  }
  // The sixth is known by its district only.
  expect(describeOutline(ground, outline)).toMatchObject({ businesses: 5, vacantSpaces: 2 })
})

test('chance draws from addresses, what stands around, or the outline of all districts', async () => {
  await backend.sql(`insert into public.addresses (source_key, ref, house_number, location)
    select 'list', n::text, '1', extensions.st_setsrid(extensions.st_makepoint(7 + n / 200000.0, 51.005), 4326)::extensions.geography
    from generate_series(1, 2500) n`)
  const snapshot = await readSnapshot(backend.anon)
  const choices = await readNullChoices(backend.anon, snapshot, { box: [6.9, 51, 7.1, 51.1] })
  expect(choices.addresses.lng).toHaveLength(2500)
  // Two context places, five businesses and two spaces with a shown place.
  expect(choices.surroundings.lng).toHaveLength(9)
  expect(createDraw({ from: 'outline', outline: choices.outline }).areaSquareMeters / 1e6).toBeCloseTo(
    1.403 * 1.112,
    1,
  )
  const lots = await backend.sql<{ size: number }>(
    'select count(*)::int as size from public.address_places where lot < 100 group by lot',
  )
  expect(lots.map(({ size }) => size)).toEqual(Array.from({ length: 100 }, () => expect.toBeOneOf([2, 3])))
})

test('new surroundings and new steps are another version', async () => {
  await backend.sql(`insert into public.context_places (source_key, ref, kind, location)
    values ('list', '3', 'library', 'SRID=4326;POINT(7.005 51.005)')`)
  const { data } = await backend.anon.from('publication').select('version').single()
  expect(ground.version).not.toContain(String(data?.version))
  expect((await backend.anon.from('context_points').select('kind').order('id')).data).toHaveLength(3)
})

test('visitors read no more of a context place than that', async () => {
  expect((await backend.anon.from('context_places').select('ref')).error?.code).toBe('42501')
})
