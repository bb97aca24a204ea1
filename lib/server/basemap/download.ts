/** One careful GET: no redirects, no private addresses, a limit on bytes and on time. */
import { lookup } from 'node:dns'
import type { IncomingMessage } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { readLimited } from '#lib/server/http/read-limited.ts'
import { isPublicAddress } from './remote-address.ts'

const gunzipAsync = promisify(gunzip)

export type DownloadLimits = {
  maxBytes: number
  timeoutMs: number
  /** Asked for every address that the host's name resolves to. */
  acceptsAddress?: (ip: string) => boolean
  /** The transport; https unless a test brings its own. */
  request?: (
    options: RequestOptions,
    onResponse: (response: IncomingMessage) => void,
  ) => ReturnType<typeof request>
}

export type Download = (url: URL, limits: DownloadLimits) => Promise<Buffer>

/** The server answered, but not with what was asked for. */
export class UpstreamStatusError extends Error {
  readonly status: number
  constructor(host: string, status: number) {
    super(`${host} answered ${status}`)
    this.status = status
  }
}

/** Fetches a body; throws on any status but 200, a redirect included, and on every limit. */
export async function download(url: URL, limits: DownloadLimits): Promise<Buffer> {
  const { maxBytes, timeoutMs, acceptsAddress = isPublicAddress } = limits
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !acceptsAddress(host)) throw new Error(`${url.host} is not a public address`)
  const signal = AbortSignal.timeout(timeoutMs)
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const options: RequestOptions = {
      host,
      port: url.port || undefined,
      path: url.pathname + url.search,
      lookup: guardedLookup(acceptsAddress),
      headers: { accept: '*/*', 'accept-encoding': 'gzip', host: url.host, 'user-agent': 'Keimzelle' },
      signal,
    }
    ;(limits.request ?? request)(options, resolve).on('error', reject).end()
  })
  try {
    if (response.statusCode !== 200) throw new UpstreamStatusError(url.host, response.statusCode ?? 0)
    const encoding = response.headers['content-encoding'] ?? 'identity'
    if (encoding !== 'gzip' && encoding !== 'identity') throw new Error(`${url.host} sent ${encoding}`)
    const body = await readLimited(response, maxBytes)
    if (!body) throw new Error(`more than ${maxBytes} bytes`)
    return encoding === 'gzip' ? await gunzipAsync(body, { maxOutputLength: maxBytes }) : body
  } finally {
    response.destroy()
  }
}

/** Resolves a name and refuses it when any of its addresses is refused, so that the one dialled was checked. */
function guardedLookup(acceptsAddress: (ip: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0]
      if (error || !first) return callback(error ?? new Error(`${hostname} has no address`), '')
      if (!addresses.every(({ address }) => acceptsAddress(address)))
        return callback(new Error(`${hostname} is not on the public internet`), '')
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}
