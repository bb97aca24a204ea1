import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createDiskCache } from '#lib/server/basemap/disk-cache.ts'
import { download } from '#lib/server/basemap/download.ts'
import { createRemote, SPRITE_ENDINGS } from '#lib/server/basemap/remote.ts'
import { startUpstream, type Upstream } from '#tests/support/upstream.ts'

let canary: Upstream
const directory = mkdtempSync(join(tmpdir(), 'keimzelle-ssrf-'))
beforeAll(async () => {
  vi.spyOn(console, 'warn').mockReturnValue() // each refusal is logged
  canary = await startUpstream((_, response) => response.end('{}'))
})
afterAll(async () => {
  vi.restoreAllMocks()
  await canary.close()
  rmSync(directory, { recursive: true })
})

/** Ways to say "this machine" and to hide a host; `P` is the canary's port. */
const HOSTS =
  '127.0.0.1:P localhost:P LOCALHOST:P localhost.:P 127.1:P 127.0.1:P 2130706433:P 0x7f000001:P 0x7f.1:P 0177.0.0.1:P 017700000001:P 0:P 0.0.0.0:P [::1]:P [::]:P [::ffff:127.0.0.1]:P [::ffff:7f00:1]:P [0:0:0:0:0:0:0:1]:P １２７.0.0.1:P 127。0。0。1:P ⓛocalhost:P maps.example.org@127.0.0.1:P maps.example.org%40127.0.0.1:P maps.example.org:443@localhost:P maps.example.org\\@127.0.0.1:P 127.0.0.1:P#maps.example.org 127.0.0.1:P?maps.example.org 127.0.0.1:P/maps.example.org localhost:P\\maps.example.org {x}:P'
const SCHEMES = [
  'http://',
  'https://',
  '//',
  'HTTP://',
  'https:/',
  'http:\\\\',
  'ws://',
  'ftp://',
  'gopher://',
  '\thttps://',
  'https://\n',
]

const crafted = () =>
  SCHEMES.flatMap((scheme) =>
    HOSTS.replaceAll('P', `${canary.port}`)
      .split(' ')
      .map((host) => scheme + host),
  )

function hostileStyle(address: string): unknown {
  return {
    version: 8,
    glyphs: `${address}/{fontstack}/{range}.pbf`,
    sprite: [
      { id: 'default', url: `${address}/sprite` },
      { id: 'other', url: address },
    ],
    sources: {
      tiles: { type: 'vector', tiles: [`${address}/{z}/{x}/{y}`] },
      bare: { type: 'raster', tiles: [`${address}{z}{x}{y}`] },
      description: { type: 'vector', url: address },
      data: { type: 'geojson', data: address },
      picture: { type: 'image', url: address, coordinates: [] },
      good: { type: 'vector', tiles: ['https://maps.example.org/{z}/{x}/{y}'] },
    },
    layers: ['tiles', 'bare', 'description', 'data', 'picture', 'good'].map((source) => ({
      id: source,
      type: 'line',
      source,
      'source-layer': 'a',
    })),
  }
}

/** The one honest host is offline; whatever else is asked for goes out as in production, as far as it gets. */
async function throughTheRealWay(asked: URL): Promise<Buffer> {
  if (asked.host === 'maps.example.org') throw new Error('offline')
  return download(asked, { maxBytes: 1000, timeoutMs: 1000, request: httpRequest })
}

describe('a hostile style', () => {
  it('never makes our server knock at its own door: 300 crafted addresses and more, no hit', async () => {
    const addresses = crafted()
    expect(addresses.length).toBeGreaterThanOrEqual(300)
    for (const [at, address] of addresses.entries()) {
      const url = 'https://maps.example.org/style.json'
      const remote = createRemote(
        { url, hosts: new Set(['maps.example.org']), attribution: '' },
        createDiskCache(join(directory, `${at}`)),
        async (asked) => {
          if (asked.href === url) return Buffer.from(JSON.stringify(hostileStyle(address)))
          return throughTheRealWay(asked)
        },
      )
      const style = await remote.readStyle()
      for (const { template } of style?.sources ?? [])
        expect(new URL(template).host, address).toBe('maps.example.org')
      for (const source of [0, 1, 2, 3]) expect(await remote.readTile(source, 1, 0, 0)).toBeNull()
      for (const ending of SPRITE_ENDINGS) expect(await remote.readSprite(0, ending)).toBeNull()
    }
    expect(canary.connections()).toBe(0)
  })

  it('is no way out when the style address itself is crafted', async () => {
    for (const [at, url] of crafted().entries()) {
      const remote = createRemote(
        { url, hosts: new Set(['maps.example.org', `localhost:${canary.port}`]), attribution: '' },
        createDiskCache(join(directory, `style-${at}`)),
        throughTheRealWay,
      )
      expect(await remote.readStyle(), url).toBeNull()
    }
    expect(canary.connections()).toBe(0)
  })
})
