import type { RequestListener } from 'node:http'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readCity } from '#lib/server/city.ts'
import { createPhoton, readPhotonUrl } from '#lib/server/geocoding/photon.ts'
import { startUpstream, type Upstream } from '#tests/support/upstream.ts'

const { box, camera } = readCity()
const feature = (properties: Record<string, unknown>, lng = camera.lng, lat = camera.lat) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lng, lat] },
  properties,
})

let upstream: Upstream
let answer: RequestListener
let asked: URL[]
beforeEach(async () => {
  asked = []
  upstream = await startUpstream((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://photon'))
    answer(request, response)
  })
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await upstream.close()
})

const json =
  (features: unknown[]): RequestListener =>
  (_, response) =>
    response.end(JSON.stringify({ type: 'FeatureCollection', features }))
const open = () => createPhoton({ url: new URL(`http://127.0.0.1:${upstream.port}/`), box })

describe('Photon', () => {
  test('gives places of the city with a label, asked for in its box', async () => {
    answer = json([
      feature({ street: 'Kölner Straße', housenumber: '12', postcode: '51379', city: 'Leverkusen' }),
      feature({ name: 'Bahnhof Opladen', city: 'Leverkusen' }),
      feature({ name: 'Far away' }, 0, 0),
      feature({}),
    ])
    const places = await open()('kölner & 12', 5)
    expect(places.map(({ label }) => label)).toEqual([
      'Kölner Straße 12, 51379 Leverkusen',
      'Bahnhof Opladen, Leverkusen',
    ])
    expect(places[0]).toMatchObject({ ...{ lng: camera.lng, lat: camera.lat }, source: 'photon' })
    expect(asked[0]?.pathname).toBe('/api')
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      q: 'kölner & 12',
      limit: '5',
      bbox: box.join(','),
    })
  })

  test('is asked once for the same', async () => {
    answer = json([feature({ name: 'Park' })])
    const photon = open()
    await photon('Park', 5)
    expect(await photon(' park', 5)).toHaveLength(1)
    expect(asked).toHaveLength(1)
  })

  test.each<[string, RequestListener]>([
    ['an error', (_, response) => response.writeHead(500).end()],
    ['a redirect', (_, response) => response.writeHead(302, { Location: '/elsewhere' }).end()],
    ['no JSON', (_, response) => response.end('<html>')],
    ['another form', (_, response) => response.end('{"features":[{"geometry":null}]}')],
    ['too much', (_, response) => response.end(`{"features":[],"x":"${'x'.repeat(300_000)}"}`)],
    ['a broken connection', (_, response) => response.destroy()],
  ])('that answers with %s gives nothing and is left in peace', async (_, listener) => {
    answer = listener
    const photon = open()
    expect(await photon('Park', 5)).toEqual([])
    expect(await photon('Platz', 5)).toEqual([])
    expect(asked).toHaveLength(1)
  })

  test('is the only host that is ever asked, whatever the query says', async () => {
    const canary = await startUpstream((_, response) => response.end())
    answer = json([])
    const photon = open()
    const target = `127.0.0.1:${canary.port}`
    const crafted = fc.tuple(
      fc.constantFrom('', '@', '#', '?', '&', '\r\nHost: ', '/../', '\\\\', 'http://', '%0d%0a', '../../'),
      fc.string({ maxLength: 20 }),
    )
    const queries = fc.sample(crafted, { seed: 2014, numRuns: 300 })
    for (const [before, after] of queries) await photon(`${before}${target}${after}`, 5)
    expect(canary.connections()).toBe(0)
    expect(asked.every(({ pathname }) => pathname === '/api')).toBe(true)
    expect(asked.length).toBeGreaterThan(200)
    await canary.close()
  })
})

test('its address comes from the configuration, or there is none', () => {
  expect(readPhotonUrl(undefined)).toBeNull()
  expect(readPhotonUrl('https://photon.example.org/geo')?.href).toBe('https://photon.example.org/geo/')
  for (const wrong of ['photon', 'file:///etc/passwd', 'ftp://photon.example.org'])
    expect(() => readPhotonUrl(wrong)).toThrow('PHOTON_URL')
})
