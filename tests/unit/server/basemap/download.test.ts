import { request as httpRequest, type RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DownloadLimits, download, UpstreamStatusError } from '#lib/server/basemap/download.ts'
import { startUpstream, type Upstream } from '#tests/support/upstream.ts'

let canary: Upstream
let upstream: Upstream

const ANSWERS: Record<string, RequestListener> = {
  '/good': (_, response) => response.end('good'),
  '/packed': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('packed')),
  '/bomb': (_, response) =>
    response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(50_000_000))),
  '/endless': (_, response) => {
    const pour = () => {
      while (!response.destroyed && response.write(Buffer.alloc(10_000)));
    }
    response.on('drain', pour)
    pour()
  },
  '/silent': () => {},
  '/halting': (_, response) => response.write('only a beginning'),
  '/elsewhere': (_, response) =>
    response.writeHead(302, { location: `http://127.0.0.1:${canary.port}/` }).end(),
  '/broken': (_, response) => response.writeHead(500).end(),
}

beforeAll(async () => {
  canary = await startUpstream((_, response) => response.end('caught'))
  upstream = await startUpstream((request, response) => ANSWERS[request.url ?? '']?.(request, response))
})
afterAll(() => Promise.all([canary.close(), upstream.close()]))

/** As in production, but for plain http on the loopback. */
const limits = (more: Partial<DownloadLimits> = {}): DownloadLimits => ({
  maxBytes: 100_000,
  timeoutMs: 2_000,
  acceptsAddress: () => true,
  request: httpRequest,
  ...more,
})
const at = (path: string) => new URL(`https://localhost:${upstream.port}${path}`)

describe('a download', () => {
  it('brings the body, unpacked', async () => {
    expect(`${await download(at('/good'), limits())}`).toBe('good')
    expect(`${await download(at('/packed'), limits())}`).toBe('packed')
  })

  it('ends at its limit of bytes, packed or endless', async () => {
    await expect(download(at('/endless'), limits())).rejects.toThrow('100000 bytes')
    await expect(download(at('/bomb'), limits())).rejects.toThrow()
  })

  it.each(['/silent', '/halting'])('ends at its limit of time (%s)', async (path) => {
    await expect(download(at(path), limits({ timeoutMs: 150 }))).rejects.toThrow(/abort|timeout/i)
  })

  it('follows no redirect and takes no answer but 200', async () => {
    await expect(download(at('/elsewhere'), limits())).rejects.toThrow(UpstreamStatusError)
    await expect(download(at('/broken'), limits())).rejects.toThrow('answered 500')
    expect(canary.connections()).toBe(0)
  })

  it('refuses a name that resolves to a private address, before it dials', async () => {
    const before = upstream.connections()
    await expect(
      download(at('/good'), { maxBytes: 1000, timeoutMs: 2_000, request: httpRequest }),
    ).rejects.toThrow('not on the public internet')
    expect(upstream.connections()).toBe(before)
  })
})
