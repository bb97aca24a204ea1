/** Fetches tiles and sprites of a foreign basemap through the disk cache, and leaves a silent server in peace. */

import type { DiskCache } from './disk-cache.ts'
import { type Download, UpstreamStatusError } from './download.ts'
import { parseUpstreamUrl } from './remote-address.ts'

const KEPT_MS = 30 * 86_400_000
const PAUSE_MS = 10_000
const MAX_AT_ONCE = 24
const LIMITS = { maxBytes: 4_000_000, timeoutMs: 6_000 }
const NOTHING = Buffer.alloc(0)

/** Reads an address: its body, empty where the server has nothing there, null while the server cannot be had. */
export type ReadResource = (address: string, accepts: (body: Buffer) => boolean) => Promise<Buffer | null>

/** A reader for the hosts of one style; `accepts` says whether a body is what was asked for. */
export function createResourceReader(
  hosts: ReadonlySet<string>,
  cache: DiskCache,
  download: Download,
): ReadResource {
  let pausedUntilMs = 0
  let atOnce = 0
  return async (address, accepts) => {
    const stored = await cache.read(address)
    if (stored && stored.ageMs < KEPT_MS) return stored.body
    const url = parseUpstreamUrl(address, hosts)
    if (!url || Date.now() < pausedUntilMs || atOnce >= MAX_AT_ONCE) return stored?.body ?? null
    atOnce++
    try {
      const body = await download(url, LIMITS)
      if (!accepts(body)) throw new Error(`${url.host} sent something else`)
      await cache.write(address, body)
      return body
    } catch (error) {
      const status = error instanceof UpstreamStatusError ? error.status : 0
      if (status === 204 || status === 404) return stored?.body ?? NOTHING
      // Any answer means that the server is there; only silence makes us wait.
      if (status === 0) pausedUntilMs = Date.now() + PAUSE_MS
      return stored?.body ?? null
    } finally {
      atOnce--
    }
  }
}
