/**
 * Whole readings of a register of 5,000 entries per second: our files with their pointer from the built app on the embedded
 * database, against GeoJSON with the same columns, built for each request from the same rows by the same supabase-js. And what
 * a reading brings over the wire. Both sides are asked by the same client over connections that stay open.
 */
import { Agent, createServer, get, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gzipSync } from 'node:zlib'
import type { BenchRow } from '#bin/bench.ts'
import { DISCIPLINES, isDiscipline } from '#lib/core/domain/discipline.ts'
import { toDay } from '#lib/core/domain/freshness.ts'
import { decodePoints, decodeTexts } from '#lib/core/snapshot/decode.ts'
import { readDistrict } from '#lib/core/snapshot/format.ts'
import { type AnonClient, createAnonClient } from '#lib/server/supabase/anon-client.ts'
import { openBackend } from '#supabase/embedded/open.ts'
import { startLoadedApp } from '#tests/support/load-register.ts'
import { createSeededPoints } from '#tests/support/seeded-points.ts'
import { median, toLessRow, toMoreRow } from './compare.ts'

const ENTRIES = 5000
const ROUNDS = 7
const ROUND_MILLISECONDS = 2000
const CONNECTIONS = 16
const COLUMNS =
  'lng, lat, kind, disciplines, use, state, name, slug, district, summary, services, address, confirmed_on'
const PAGE_ROWS = 1000
const TARGET = 50
const BYTES_TARGET = 10

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
type Pointer = { pointsUrl: string; textsUrl: string }

export async function bench(): Promise<BenchRow[]> {
  const app = await startLoadedApp(createSeededPoints(ENTRIES))
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  try {
    const backend = await openBackend({ DATA_DIR: app.dataDirectory })
    const peer = await servePeer(createAnonClient(backend))
    const ask = (url: string, headers = {}) => request(agent, url, { 'Accept-Encoding': 'br', ...headers })
    const readOurs = async () => {
      const pointer = JSON.parse((await ask(`${app.url}/data/current`)).body.toString()) as Pointer
      return [await ask(app.url + pointer.pointsUrl), await ask(app.url + pointer.textsUrl)]
    }
    const [ours, theirs] = [await readOurs(), await ask(peer.url)]
    assertSameEntries(ours, theirs)
    const { headers } = await ask(`${app.url}/data/current`)
    const revisit = () => ask(`${app.url}/data/current`, { 'If-None-Match': headers.etag })
    if ((await revisit()).status !== 304) throw new Error('A known tag is not answered by 304.')

    const rates = { ours: [] as number[], peer: [] as number[], revisit: [] as number[] }
    for (let round = 0; round < ROUNDS; round++) {
      rates.ours.push(await countPerSecond(readOurs))
      rates.peer.push(await countPerSecond(() => ask(peer.url)))
      rates.revisit.push(await countPerSecond(revisit))
    }
    await peer.close()
    const bytes = ours.reduce((sum, { body }) => sum + body.length, 0)
    return [
      toMoreRow({
        name: 'snapshot',
        unit: 'whole readings per second',
        ours: median(rates.ours),
        peer: median(rates.peer),
        target: TARGET,
        more: { notModifiedPerSecond: median(rates.revisit) },
      }),
      toLessRow({
        name: 'snapshot-bytes',
        unit: 'bytes per reading',
        ours: bytes,
        peer: theirs.body.length,
        target: BYTES_TARGET,
        more: { pointsAlone: ours[0]?.body.length ?? 0, peerGzip: gzipSync(theirs.body).length },
      }),
    ]
  } finally {
    agent.destroy()
    await app.stop()
  }
}

/** A route as one writes it at first: rows in, GeoJSON out. */
async function servePeer(client: AnonClient): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (_request, response) => {
    const features = (await readRows(client)).map(({ lng, lat, ...properties }, id) => ({
      type: 'Feature',
      id,
      geometry: lng === null ? null : { type: 'Point', coordinates: [lng, lat] },
      properties,
    }))
    response.writeHead(200, { 'Content-Type': 'application/geo+json' })
    response.end(JSON.stringify({ type: 'FeatureCollection', features }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close }
}

async function readRows(client: AnonClient) {
  const pages = []
  for (let start = 0; start < ENTRIES; start += PAGE_ROWS) {
    const { data } = await client
      .from('entries')
      .select(COLUMNS)
      .order('id')
      .range(start, start + PAGE_ROWS - 1)
      .throwOnError()
    pages.push(data)
  }
  return pages.flat()
}

type PeerCollection = {
  features: {
    geometry: { coordinates: [number, number] }
    properties: Awaited<ReturnType<typeof readRows>>[number]
  }[]
}

/** Entry by entry, found by its slug; throws where one column differs. */
function assertSameEntries([pointsFile, textsFile]: Answer[], peer: Answer): void {
  if (!pointsFile || !textsFile) throw new Error('A file is missing.')
  const points = decodePoints(brotliDecompressSync(pointsFile.body))
  const texts = decodeTexts(brotliDecompressSync(textsFile.body).toString(), points.count)
  const { features } = JSON.parse(peer.body.toString()) as PeerCollection
  const bySlug = new Map(features.map((feature) => [feature.properties.slug, feature]))
  if (points.count !== ENTRIES || bySlug.size !== ENTRIES) throw new Error('Entries are missing.')
  for (let rank = 0; rank < points.count; rank++) {
    const feature = bySlug.get(texts.slugs[rank] ?? '')
    if (!feature) throw new Error(`The peer has no ${texts.slugs[rank]}.`)
    const [lng, lat] = feature.geometry.coordinates
    const { name, district, disciplines, services, summary, address, confirmed_on } = feature.properties
    const primary = (disciplines ?? []).filter(isDiscipline)[0]
    const isSame =
      Math.abs((points.lng[rank] ?? 0) - lng) < 1e-5 &&
      Math.abs((points.lat[rank] ?? 0) - lat) < 1e-5 &&
      texts.names[rank] === name &&
      readDistrict(texts, rank) === (district ?? '') &&
      texts.summaries[rank] === (summary ?? '') &&
      texts.addresses[rank] === (address ?? '') &&
      texts.confirmedDays[rank] === toDay(confirmed_on) &&
      texts.services[rank]?.join() === (services ?? []).join() &&
      DISCIPLINES[points.discipline[rank] ?? -1] === primary
    if (!isSame) throw new Error(`The two sides differ in ${texts.slugs[rank]}.`)
  }
}

/** How many can be read one after the other on each of the connections. */
async function countPerSecond(read: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  let count = 0
  const reader = async () => {
    while (performance.now() - start < ROUND_MILLISECONDS) {
      await read()
      count += 1
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, reader))
  return (1000 * count) / (performance.now() - start)
}

function request(agent: Agent, url: string, headers: Record<string, string | undefined>): Promise<Answer> {
  return new Promise((done, fail) => {
    get(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { statusCode: status = 0, headers: received } = response
        if (status !== 200 && status !== 304) return fail(new Error(`${url} answered ${status}.`))
        done({ status, headers: received, body: Buffer.concat(chunks) })
      })
    }).on('error', fail)
  })
}
