/** The address search: streets and house numbers for everyone, spelt as people spell. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAddressSearch } from '#lib/server/geocoding/address-search.ts'
import { createPhoton } from '#lib/server/geocoding/photon.ts'
import { PLACE_SEARCH_LIMIT, takeRate } from '#lib/server/guard/rate-limit.ts'
import { respondToPlaces } from '#lib/server/interface/places-response.ts'
import { locateAddress } from '#lib/server/proposals/locate-address.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { startUpstream, type Upstream } from '#tests/support/upstream.ts'

const STREETS = ['Kölner Straße', 'Düsseldorfer Str.', 'Am Büchelter Hof', 'Straße des 17. Juni']
const NUMBERS = ['1', '12', '12a', '120', '2']

const toFeature = (properties: Record<string, string>) => ({ geometry: { coordinates: [7, 51] }, properties })
const PHOTON_ANSWER = JSON.stringify({
  features: [
    toFeature({ name: 'Koelner Strasse', postcode: '51379', city: 'Leverkusen' }),
    toFeature({ name: 'Kölner Platz' }),
  ],
})

let upstream: Upstream
let backend: TestBackend
beforeAll(async () => {
  backend = await startTestBackend()
  upstream = await startUpstream((_, response) => response.end(PHOTON_ANSWER))
  await backend.sql(
    "insert into public.sources (key, title, license) values ('streets', 'Straßen', 'CC0-1.0')",
  )
  const rows = STREETS.flatMap((street, nth) =>
    NUMBERS.map((house_number, at) => ({
      ref: `${nth}-${at}`,
      street,
      house_number,
      postcode: '51379',
      place: 'Leverkusen',
      lng: 7 + nth / 100,
      lat: 51 + at / 1000,
    })),
  )
  const payload = JSON.stringify({ source: 'streets', rows })
  await backend.admin.rpc('import_addresses', { payload }).throwOnError()
})
afterAll(async () => {
  await upstream.close()
  await backend.stop()
})

const search = createAddressSearch()
const find = async (query: string) => (await search(backend.anon, query, 5)).map(({ label }) => label)

describe('addresses', () => {
  test.each([
    ['Koelner Str', 'Kölner Straße, 51379 Leverkusen'],
    ['kolner strasse leverkusen', 'Kölner Straße, 51379 Leverkusen'],
    ['Dusseldorfr straße', 'Düsseldorfer Str., 51379 Leverkusen'],
    ['büchelter', 'Am Büchelter Hof, 51379 Leverkusen'],
    ['Kölnre Straße 2', 'Kölner Straße 2, 51379 Leverkusen'],
    ['Straße des 17. Juni 120', 'Straße des 17. Juni 120, 51379 Leverkusen'],
  ])('"%s" finds %s', async (query, label) => {
    expect((await find(query))[0]).toBe(label)
  })

  test('the very number comes before those that begin with it', async () => {
    expect(await find('Kölner Straße 12')).toEqual([
      'Kölner Straße 12, 51379 Leverkusen',
      'Kölner Straße 120, 51379 Leverkusen',
      'Kölner Straße 12a, 51379 Leverkusen',
    ])
  })

  test('a number that is not there shows the street, at its middle house', async () => {
    expect(await search(backend.anon, 'Kölner Straße 99', 5)).toEqual([
      { label: 'Kölner Straße, 51379 Leverkusen', lng: 7, lat: 51.001, source: 'addresses' },
    ])
  })

  test('what is no street finds nothing', async () => {
    expect(await find("'; drop table addresses; --")).toEqual([])
    expect(await find('%%% 12')).toEqual([])
  })
})

test('the address of a proposal is located where one house has it, and nowhere else', async () => {
  expect(await locateAddress(backend.admin, 'Kölner Str. 12 A, 51379 Leverkusen')).toEqual({
    lng: 7,
    lat: 51.002,
  })
  for (const unknown of ['Kölner Straße 99', 'Kölner Straße', 'Kölner Straße 12a, 50667 Köln'])
    expect(await locateAddress(backend.admin, unknown), unknown).toBeNull()
})

describe('the answer', () => {
  const ask = (query: string, takeTurn = async () => 0) =>
    respondToPlaces(
      new Request(`http://localhost/data/places${query}`),
      backend.anon,
      {
        addresses: createAddressSearch(),
        photon: createPhoton({ url: new URL(`http://127.0.0.1:${upstream.port}`), box: [6, 50, 8, 52] }),
      },
      takeTurn,
    )

  test('has what Photon adds, and nothing twice', async () => {
    const response = await ask('?q=K%C3%B6lner')
    const { places } = (await response.json()) as { places: { label: string; source: string }[] }
    expect(places.map(({ label, source }) => [label, source])).toEqual([
      ['Kölner Straße, 51379 Leverkusen', 'addresses'],
      ['Kölner Platz', 'photon'],
    ])
  })

  test('is empty for fewer than three letters', async () => {
    expect(await (await ask('?q=K')).json()).toEqual({ places: [] })
  })

  test.each(['', `?q=${'x'.repeat(101)}`])('refuses a query that is missing or too long', async (query) => {
    const response = await ask(query)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ errors: [{ parameter: 'q' }] })
  })

  test('a visitor who asks too often is told when to come back, another is not', async () => {
    const limit = { ...PLACE_SEARCH_LIMIT, most: 3 }
    const askAs = (who: string) => ask('?q=Musterweg', () => takeRate(backend.admin, limit, who))
    const statuses: number[] = []
    for (let nth = 0; nth < 3; nth++) statuses.push((await askAs('flood')).status)
    expect(statuses).toEqual([200, 200, 200])
    const refused = await askAs('flood')
    expect(refused.status).toBe(429)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(PLACE_SEARCH_LIMIT.windowSeconds)
    expect((await askAs('neighbour')).status).toBe(200)
  })

  test('a limit that cannot be read is told as a database that does not answer', async () => {
    const broken = () => Promise.reject(new Error('The limits cannot be read.'))
    expect((await ask('?q=Musterweg', broken)).status).toBe(503)
  })
})
