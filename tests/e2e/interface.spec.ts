/** The public interface, the map's files and the health checks, asked of the running server as other programs would. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { decodePoints, decodeTexts } from '#lib/core/snapshot/decode.ts'
import { serveForeignPage } from '#tests/support/foreign-page.ts'

const GEOJSON = '/api/v1/entries.geojson'
const CSV = '/api/v1/entries.csv'
const ANALYSES = ['/api/v1/areas.geojson', '/api/v1/density.geojson', '/api/v1/districts.csv']
const ADDRESSES = ['/api/v1', GEOJSON, CSV, ...ANALYSES]

type Collection = {
  numberMatched: number
  numberReturned: number
  features: { id: string; properties: { kind: string; disciplines: string[]; district: string | null } }[]
}

const read = async (request: APIRequestContext, search: string): Promise<Collection> =>
  (await request.get(GEOJSON + search)).json()

test('every origin may read, nobody gets a cookie, and a known tag saves the body', async ({
  request,
  page,
}) => {
  for (const address of ADDRESSES) {
    const answer = await request.get(address)
    expect(answer.status(), address).toBe(200)
    const headers = answer.headers()
    expect(headers['access-control-allow-origin'], address).toBe('*')
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers).not.toHaveProperty('access-control-allow-credentials')
    const again = await request.get(address, { headers: { 'If-None-Match': headers.etag ?? '' } })
    expect([again.status(), (await again.body()).length], address).toEqual([304, 0])
    const preflight = await request.fetch(address, {
      method: 'OPTIONS',
      headers: { Origin: 'https://example.org' },
    })
    expect(preflight.status(), address).toBe(204)
    expect(preflight.headers()['access-control-allow-methods'], address).toContain('GET')
  }
  // A page of another origin, whose browser asks first because of the header.
  const foreign = await serveForeignPage('<!doctype html><title>Verein</title>')
  await page.goto(foreign.address)
  const address = new URL(GEOJSON, test.info().project.use.baseURL).href
  const tag = await page.evaluate(
    async (url) => (await fetch(url, { headers: { 'If-None-Match': '"none"' } })).headers.get('ETag'),
    address,
  )
  expect(tag).toMatch(/^W\/"/)
  await foreign.close()
})

test('HEAD answers as GET does, without a body', async ({ request }) => {
  for (const address of [...ADDRESSES, '/data/current', '/healthz', '/readyz', `${GEOJSON}?limit=0`]) {
    const [get, head] = [await request.get(address), await request.head(address)]
    expect(head.status(), address).toBe(get.status())
    expect(head.headers()['content-type'], address).toBe(get.headers()['content-type'])
    expect(head.headers().etag, address).toBe(get.headers().etag)
    expect((await head.body()).length, address).toBe(0)
  }
})

test('analyses say how many businesses they rest on, by the same filter as the list', async ({ request }) => {
  const businesses = (await read(request, '?kind=business&discipline=design&bbox=-180,-90,180,90'))
    .numberMatched
  const areas = await (await request.get('/api/v1/areas.geojson?discipline=design&min_points=4')).json()
  expect(areas.parameters).toMatchObject({ n: businesses, minPoints: 4, isEpsSuggested: true })
  expect(areas.features.length).toBeGreaterThan(0)
  const density = await (await request.get('/api/v1/density.geojson?discipline=design&cell=80')).json()
  expect(density.parameters).toMatchObject({ n: businesses, bandwidthMeters: 250, cellMeters: 80 })
  const sum = density.features.reduce(
    (total: number, { properties }: { properties: { density: number } }) => total + properties.density,
    0,
  )
  expect(Math.abs((sum * 0.08 ** 2) / businesses - 1)).toBeLessThan(0.005)
  const csv = await (await request.get('/api/v1/districts.csv')).text()
  expect(csv.startsWith('\uFEFFdistrict,')).toBe(true)
  const lines: Record<string, string>[] = parse(csv, { columns: true, bom: true })
  expect(lines).toHaveLength(13)
  const total = lines.reduce((all, { businesses: count }) => all + Number(count), 0)
  const { features } = await read(request, '?kind=business&limit=500')
  expect(total).toBe(features.filter(({ properties }) => properties.district).length)
  for (const address of ['areas.geojson?eps=0', 'density.geojson?bandwidth=0', 'density.geojson?cell=10']) {
    const answer = await request.get(`/api/v1/${address}`)
    expect([answer.status(), answer.headers()['content-type']], address).toEqual([
      400,
      'application/problem+json',
    ])
  }
})

test('pages hold every entry exactly once, and the file has a line for each', async ({ request }) => {
  const { count } = await (await request.get('/data/current')).json()
  expect(count).toBeGreaterThanOrEqual(222)
  const ids: string[] = []
  for (let offset = 0; ; offset += 60) {
    const { features, numberMatched, numberReturned } = await read(request, `?limit=60&offset=${offset}`)
    expect([numberMatched, numberReturned]).toEqual([count, features.length])
    ids.push(...features.map(({ id }) => id))
    if (features.length < 60) break
  }
  expect(new Set(ids).size).toBe(count)
  expect(ids).toHaveLength(count)
  const csv = await request.get(CSV)
  expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8')
  expect(
    (parse(await csv.text(), { columns: true, bom: true }) as { id: string }[]).map(({ id }) => id),
  ).toEqual(ids)
})

test('every parameter restricts, and the counts of the description are those of the filters', async ({
  request,
}) => {
  const { counts } = await (await request.get('/api/v1')).json()
  for (const [kind, count] of Object.entries(counts.byKind)) {
    const { features, numberMatched } = await read(request, `?kind=${kind}`)
    expect(numberMatched).toBe(count)
    expect(features.every(({ properties }) => properties.kind === kind)).toBe(true)
  }
  const design = await read(request, '?discipline=design')
  expect(design.numberMatched).toBe(counts.byDiscipline.design)
  expect(design.numberMatched).toBeGreaterThan(counts.byPrimaryDiscipline.design)
  expect(design.features.every(({ properties }) => properties.disciplines.includes('design'))).toBe(true)
  const opladen = await read(request, '?district=opladen')
  expect(opladen.features.every(({ properties }) => properties.district === 'Opladen')).toBe(true)
  const { numberMatched: inBox } = await read(request, '?bbox=6.99,51.05,7.03,51.08')
  expect([inBox > 0, inBox < 222]).toEqual([true, true])
  expect((await read(request, '?q=xyzxyz')).numberMatched).toBe(0)
})

test('wrong parameters and unknown addresses get a problem that names the cure', async ({ request }) => {
  for (const [address, status, word] of [
    [`${GEOJSON}?limit=501`, 400, 'from 1 to 500'],
    [`${CSV}?bbox=7,51,6,52`, 400, 'west <= east'],
    [`${CSV}?discipline=painting`, 400, 'performing-arts'],
    [`${GEOJSON}?page=2`, 400, 'Known are: kind'],
    ['/api/v1/entries', 404, '/api/v1'],
    ['/api/v2', 404, '/api/v1'],
    ['/api', 404, '/api/v1'],
  ] as const) {
    const answer = await request.get(address)
    expect([answer.status(), answer.headers()['content-type']], address).toEqual([
      status,
      'application/problem+json',
    ])
    expect(await answer.json()).toMatchObject({
      status,
      title: expect.any(String),
      detail: expect.stringContaining(word),
    })
  }
})

test('the pointer leads to files that never change, packed or plain; a version that is gone is 404', async ({
  request,
}) => {
  const pointer = await request.get('/data/current')
  expect(pointer.headers()['cache-control']).toBe('no-cache')
  const { etag = '' } = pointer.headers()
  expect((await request.get('/data/current', { headers: { 'If-None-Match': etag } })).status()).toBe(304)
  const { pointsUrl, textsUrl, count } = await pointer.json()
  const bodies: Buffer[] = []
  for (const address of [pointsUrl, textsUrl]) {
    const [packed, plain, unwanted] = await Promise.all(
      ['gzip, br', 'identity', 'br;q=0'].map((accepted) =>
        request.get(address, { headers: { 'Accept-Encoding': accepted } }),
      ),
    )
    expect(packed?.headers()['content-encoding'], address).toBe('br')
    expect(packed?.headers().vary, address).toMatch(/accept-encoding/i)
    for (const answer of [plain, unwanted]) {
      expect(answer?.headers(), address).not.toHaveProperty('content-encoding')
      expect(await answer?.body(), address).toEqual(await packed?.body())
      expect(answer?.headers()['cache-control'], address).toContain('immutable')
    }
    bodies.push((await plain?.body()) ?? Buffer.alloc(0))
  }
  const points = decodePoints(new Uint8Array(bodies[0] ?? []))
  expect(points.count).toBe(count)
  expect(decodeTexts(String(bodies[1]), count).names[0]).toMatch(/^Demo: /)
  for (const accepted of ['br', 'identity']) {
    const gone = await request.get(`${pointsUrl}0`, { headers: { 'Accept-Encoding': accepted } })
    expect([gone.status(), gone.headers()['cache-control']]).toEqual([404, 'no-store'])
    expect((await gone.json()).detail).toContain('/data/current')
  }
})

test('while the database stands still, the app says so, is alive and goes on serving', async ({
  request,
}) => {
  const { pid } = JSON.parse(readFileSync(join(process.env.E2E_DATA_DIR ?? '', 'backend.json'), 'utf8')) as {
    pid: number
  }
  expect((await request.get('/readyz')).status()).toBe(200)
  process.kill(pid, 'SIGSTOP')
  try {
    const ready = await request.get('/readyz')
    expect([ready.status(), (await ready.json()).missing]).toEqual([503, ['database']])
    expect(ready.headers()['retry-after']).toBe('2')
    expect((await request.get('/healthz')).status()).toBe(200)
    for (const address of [...ADDRESSES, '/data/current', '/de'])
      expect((await request.get(address)).status(), address).toBe(200)
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  await expect.poll(async () => (await request.get('/readyz')).status()).toBe(200)
})
