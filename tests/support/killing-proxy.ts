/**
 * Stands between a process and a server, and kills one of them at a chosen request: before the server hears of it, while it works,
 * or when it is done and the process does not know yet. Moments are counted in requests, so that a seed finds them again.
 */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export const MOMENTS = ['before', 'during', 'after'] as const
type Blow = { request: number; moment: (typeof MOMENTS)[number]; kill: () => void }

export type KillingProxy = {
  url: string
  /** Counts requests from now on; without a blow all of them pass. */
  arm(blow: Blow | null): void
  requests(): number
  /** Resolves when the server has finished all that it was asked. */
  settle(): Promise<void>
  close(): Promise<void>
}

export async function startKillingProxy(target: string): Promise<KillingProxy> {
  let blow: Blow | null = null
  let count = 0
  const pending = new Set<Promise<unknown>>()
  const forward = async (request: IncomingMessage) => {
    const body = await buffer(request)
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers
    const response = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(body.length > 0 && { body }),
    })
    return {
      status: response.status,
      headers: response.headers,
      body: Buffer.from(await response.arrayBuffer()),
    }
  }
  const server = createServer(async (request, response) => {
    count += 1
    const strikes = blow?.request === count ? blow : null
    const strike = () => {
      strikes?.kill()
      response.destroy()
    }
    if (strikes?.moment === 'before') return strike()
    const work = forward(request)
    pending.add(work)
    const done = work.finally(() => pending.delete(work))
    if (strikes?.moment === 'during') setTimeout(strikes.kill)
    const answer = await done.catch(() => null)
    if (strikes?.moment === 'after') return strike()
    if (!answer) return response.destroy()
    response.writeHead(answer.status, toHeaders(answer.headers))
    response.end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arm: (next) => {
      blow = next
      count = 0
    },
    requests: () => count,
    settle: async () => void (await Promise.allSettled(pending)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** `fetch` has unpacked the body already. */
function toHeaders(headers: Headers): Record<string, string> {
  const dropped = ['content-encoding', 'content-length', 'transfer-encoding', 'connection']
  return Object.fromEntries([...headers].filter(([name]) => !dropped.includes(name)))
}
