/**
 * A foreign basemap, fetched by our server so that no visitor's address leaves the house. Its style is kept on disk
 * and refreshed in the background; after a failure nothing is asked for a minute, so that an outage costs no time.
 */

import type { BasemapSettings } from './basemap-settings.ts'
import type { DiskCache } from './disk-cache.ts'
import type { Download } from './download.ts'
import { formatTile, parseUpstreamUrl } from './remote-address.ts'
import { createResourceReader } from './remote-resource.ts'
import { parseRemoteStyle, parseStoredRemoteStyle, type RemoteStyle } from './remote-style.ts'

const FRESH_MS = 86_400_000
/** How long the first visitor may wait for a style that is not on disk yet. */
const FIRST_WAIT_MS = 1_500
const PAUSE_MS = 60_000
const LIMITS = { maxBytes: 4_000_000, timeoutMs: 8_000 }
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export const SPRITE_ENDINGS = ['.json', '.png', '@2x.json', '@2x.png'] as const
type SpriteEnding = (typeof SPRITE_ENDINGS)[number]

export type Remote = {
  /** The style, or null when there is none on disk and its server does not answer in time. */
  readStyle(): Promise<RemoteStyle | null>
  /** A tile of the source with this number: empty where there is none, null while it cannot be had. */
  readTile(source: number, z: number, x: number, y: number): Promise<Buffer | null>
  /** A file of the sprite with this number, as for tiles. */
  readSprite(sprite: number, ending: SpriteEnding): Promise<Buffer | null>
}

type Known = { style: RemoteStyle; readAtMs: number }

/** The basemap of one style address; `download` fetches, `cache` keeps. */
export function createRemote(
  { url: address, hosts }: NonNullable<BasemapSettings['style']>,
  cache: DiskCache,
  download: Download,
): Remote {
  const key = `style ${address}`
  const readResource = createResourceReader(hosts, cache, download)
  let known: Known | null = null
  let loading: Promise<RemoteStyle> | null = null
  let pausedUntilMs = 0

  async function load(): Promise<RemoteStyle> {
    const getJson = async (url: URL) => JSON.parse((await download(url, LIMITS)).toString('utf8'))
    const url = parseUpstreamUrl(address, hosts)
    if (!url) throw new Error('the address is not allowed')
    const style = await parseRemoteStyle(await getJson(url), url.href, hosts, getJson)
    known = { style, readAtMs: Date.now() }
    await cache.write(key, Buffer.from(JSON.stringify(style)))
    return style
  }

  /** The load under way, or a new one; null during the pause after a failure. */
  function refresh(): Promise<RemoteStyle> | null {
    if (loading || Date.now() < pausedUntilMs) return loading
    loading = load()
    loading
      .catch((error) => {
        pausedUntilMs = Date.now() + PAUSE_MS
        console.warn(`The basemap's style ${address} cannot be had, trying again in a minute: ${error}`)
      })
      .finally(() => {
        loading = null
      })
    return loading
  }

  async function recall(): Promise<Known | null> {
    if (known) return known
    const stored = await cache.read(key)
    try {
      if (stored)
        known ??= { style: parseStoredRemoteStyle(`${stored.body}`), readAtMs: Date.now() - stored.ageMs }
    } catch {
      return null // written by an older version
    }
    return known
  }

  return {
    async readStyle() {
      const recalled = await recall()
      if (recalled && Date.now() - recalled.readAtMs < FRESH_MS) return recalled.style
      const fetched = refresh()
      if (recalled) return recalled.style
      return fetched && Promise.race([fetched.catch(() => null), after(FIRST_WAIT_MS)])
    },
    async readTile(source, z, x, y) {
      const template = (await recall())?.style.sources[source]?.template
      return template ? readResource(formatTile(template, z, x, y), isNoPage) : null
    },
    async readSprite(sprite, ending) {
      const base = (await recall())?.style.sprites[sprite]?.url
      if (!base) return null
      const url = new URL(base)
      url.pathname += ending
      return readResource(url.href, ending.endsWith('.png') ? isPng : isJson)
    },
  }
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms).unref())
}

/** A server in trouble sends a page with status 200. */
function isNoPage(body: Buffer): boolean {
  return body[0] !== 0x3c
}

function isPng(body: Buffer): boolean {
  return body.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)
}

function isJson(body: Buffer): boolean {
  try {
    return typeof JSON.parse(body.toString('utf8')) === 'object'
  } catch {
    return false
  }
}
