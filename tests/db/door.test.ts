/** What the backend's door lets in. */
import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHealth } from '#supabase/embedded/health.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { signToken } from '#tests/support/sign-token.ts'

let backend: TestBackend
beforeAll(async () => {
  backend = await startTestBackend({
    limits: { waitingRequests: 10, bodyBytes: 1000, trustedBodyBytes: 20_000 },
  })
})
afterAll(() => backend.stop())

const send = (path: string, key: string, init: RequestInit = {}) =>
  fetch(`${backend.url}${path}`, {
    ...init,
    headers: { apikey: key, 'Content-Type': 'application/json', ...init.headers },
  })

test('health asks the database, and knows its own key', async () => {
  expect(await readHealth(backend.url, backend.keys.secretKey)).toEqual({ ok: true, database: backend.kind })
  expect(await readHealth(backend.url, 'sb_secret_of_somebody_else')).toEqual({ ok: false })
})

test('a target that is no path is not served, and ends nothing', async () => {
  const { hostname, port } = new URL(backend.url)
  const answer = await new Promise<number | undefined>((done, fail) =>
    get({ hostname, port, path: '//' }, (response) => done(response.resume().statusCode)).on('error', fail),
  )
  expect(answer).toBe(404)
  expect(await readHealth(backend.url, backend.keys.secretKey)).toMatchObject({ ok: true })
})

test('large bodies come with the secret key only, and up to a limit', async () => {
  const body = (bytes: number) => ({ method: 'POST', body: JSON.stringify({ key: 'x'.repeat(bytes) }) })
  const status = async (bytes: number, key: string) =>
    (await send('/rest/v1/sources', key, body(bytes))).status
  expect(await status(2000, backend.keys.publishableKey)).toBe(413)
  expect(await status(2000, backend.keys.secretKey)).not.toBe(413)
  expect(await status(30_000, backend.keys.secretKey)).toBe(413)
})

test('a body that hides its length is held to the limit too', async () => {
  const stream = new ReadableStream({
    start(controller) {
      for (let part = 0; part < 10; part += 1) controller.enqueue(new TextEncoder().encode('x'.repeat(500)))
      controller.close()
    },
  })
  const init = { method: 'POST', body: stream, duplex: 'half' } as RequestInit
  const answer = await send('/rest/v1/sources', backend.keys.publishableKey, init).catch(() => undefined)
  expect(answer?.status ?? 413).toBe(413)
})

test('a token of ours that names another role gets nothing, whatever it could do in the database', async () => {
  const ask = (role: string) =>
    send('/rest/v1/sources?select=key', backend.keys.publishableKey, {
      headers: {
        Authorization: `Bearer ${signToken({ role, sub: crypto.randomUUID() }, backend.keys.jwtSecret)}`,
      },
    })
  expect((await ask('authenticated')).status).toBe(200)
  for (const role of ['postgres', 'none', 'pg_read_all_data', 'supabase_admin', '"anon"'])
    expect({ role, isOk: (await ask(role)).ok }).toEqual({ role, isOk: false })
})
