/**
 * The HTTP side of the embedded backend: hands requests to the interface and keeps away what would harm it, since PGlite serves one
 * query at a time. Answers `/health` itself, by asking the database.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import type { SupabaseApi } from './lite/api.ts'
import type { Database } from './lite/database.ts'
import type { Secrets } from './secrets.ts'

const SERVED = /^\/(rest|auth|storage)\/v1(\/|$)/
const HEALTH_LIMIT_MILLISECONDS = 1500

/** What is let in; batches of an import come with the secret key and may be large. */
export type RequestLimits = { waitingRequests: number; bodyBytes: number; trustedBodyBytes: number }

export const REQUEST_LIMITS: RequestLimits = {
  waitingRequests: 200,
  bodyBytes: 256 * 1024,
  trustedBodyBytes: 32 * 1024 * 1024,
}

/** Listener for `http.createServer`: 503 with Retry-After when too many wait, 413 for large bodies, 404 for what the app does not need. */
export function createListener(
  api: Pick<SupabaseApi, 'fetch'>,
  database: Database,
  secrets: Secrets,
  limits: RequestLimits = REQUEST_LIMITS,
): RequestListener {
  const isHealthy = createProbe(database)
  const inTurn = database.kind === 'pglite' ? createTurns() : (job: Job) => job()
  let waiting = 0

  return async (request, response) => {
    const path = URL.parse(request.url ?? '/', 'http://backend')?.pathname ?? ''
    const key = request.headers.apikey
    if (path === '/health') {
      if (key !== undefined && key !== secrets.secretKey)
        return answer(response, 401, 'These keys are not mine.')
      const ok = await isHealthy()
      return answer(response, ok ? 200 : 503, ok ? 'ok' : 'The database does not answer.', {
        database: database.kind,
        waiting,
      })
    }
    if (!SERVED.test(path)) return answer(response, 404, 'Not served here.')
    if (waiting >= limits.waitingRequests) {
      response.setHeader('Retry-After', '1')
      return answer(response, 503, 'Too many requests are waiting.')
    }
    waiting += 1
    try {
      const body = await readBody(
        request,
        key === secrets.secretKey ? limits.trustedBodyBytes : limits.bodyBytes,
      )
      if (body === 'too large') return answer(response, 413, 'The body is too large.')
      await inTurn(async () => sendResponse(await api.fetch(toFetchRequest(request, body)), response))
    } catch (fault) {
      if (request.destroyed && !request.complete) return
      console.error(fault)
      if (!response.headersSent) answer(response, 500, 'The backend failed.')
    } finally {
      waiting -= 1
    }
  }
}

type Job = () => Promise<void>

/** One after another, with a look at the network in between: PGlite works in the calling thread and would let nobody in. */
function createTurns(): (job: Job) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (job) => {
    const mine = last.then(() => setImmediate()).then(job)
    last = mine.catch(() => {})
    return mine
  }
}

/** Asks the database within a time limit; while one question is open, no other is asked. */
function createProbe(database: Database): () => Promise<boolean> {
  let open: Promise<boolean> | null = null
  return async () => {
    open ??= database
      .query('select 1')
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        open = null
      })
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, HEALTH_LIMIT_MILLISECONDS, false)
    })
    return Promise.race([open, late]).finally(() => clearTimeout(timer))
  }
}

async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = []
  let bytes = Number(request.headers['content-length'] ?? 0)
  if (bytes > limitBytes) return 'too large'
  bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > limitBytes) return 'too large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function toFetchRequest(request: IncomingMessage, body: Buffer): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  return new Request(new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`), {
    method: request.method ?? 'GET',
    headers,
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
}

async function sendResponse(from: Response, to: ServerResponse): Promise<void> {
  to.writeHead(from.status, [...from.headers].flat())
  to.end(new Uint8Array(await from.arrayBuffer()))
}

function answer(response: ServerResponse, status: number, message: string, more: object = {}): void {
  if (status === 413) response.setHeader('Connection', 'close')
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify({ message, ...more }))
}
