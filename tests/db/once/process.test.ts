/** The backend as a process of its own: locked, restarted, stopped; and what makes it refuse to start. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { readHealth } from '#supabase/embedded/health.ts'
import { REQUEST_LIMITS } from '#supabase/embedded/listener.ts'
import { lockDirectory } from '#supabase/embedded/lock.ts'
import { openBackend } from '#supabase/embedded/open.ts'
import { prepareDatabase } from '#supabase/embedded/prepared.ts'
import { generateSecrets } from '#supabase/embedded/secrets.ts'
import type { Environment } from '#supabase/embedded/settings.ts'
import { type SupervisedBackend, superviseBackend } from '#supabase/embedded/supervisor.ts'
import { createTestDatabase } from '#tests/support/backend.ts'
import { startKillingProxy } from '#tests/support/killing-proxy.ts'
import { sendPipelined } from '#tests/support/pipeline.ts'

const SERVER = join(import.meta.dirname, '../../../supabase/embedded/server.ts')

const temporary = () => mkdtempSync(join(tmpdir(), 'keimzelle-process-'))

describe('supervised', () => {
  const directory = temporary()
  let databaseUrl: string | undefined
  let backend: SupervisedBackend

  beforeAll(async () => {
    databaseUrl = await createTestDatabase()
    // Patient enough for a crowd on a busy machine: being ended for its silence has a test of its own.
    backend = await superviseBackend({ dataDirectory: directory, databaseUrl, patienceMilliseconds: 60_000 })
    await backend.ready
  })
  afterAll(async () => {
    await backend.stop()
    rmSync(directory, { recursive: true, force: true })
  })

  const wellAgain = async (killed: number) => {
    const deadline = performance.now() + 60_000
    while (backend.pid() === killed || !(await readHealth(backend.url, backend.secretKey)).ok) {
      if (performance.now() > deadline) throw new Error('The backend did not come back.')
      await delay(50)
    }
  }
  const pidOf = () => {
    const pid = backend.pid()
    if (!pid) throw new Error('The backend has no process.')
    return pid
  }

  test('commands find the running one; its keys are readable by the owner alone', async () => {
    const found = await openBackend({ DATA_DIR: directory })
    expect(found).toMatchObject({ origin: 'running', url: backend.url, secretKey: backend.secretKey })
    expect(statSync(join(directory, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  test('a second process on the data directory is refused', async () => {
    const { code, output } = await runServer({ DATA_DIR: directory, ...asEnvironment(generateSecrets()) })
    expect(code).toBe(2)
    expect(output).toContain('in use by another backend')
  })

  test('more requests than may wait are told to come again, and health still answers', async () => {
    const ask = () =>
      fetch(`${backend.url}/rest/v1/wz_codes`, { headers: { apikey: backend.publishableKey } }).then(
        async (response) => ({
          status: response.status,
          retry: response.headers.get('Retry-After'),
          body: await response.text(),
        }),
      )
    const [health, answers] = await Promise.all([
      readHealth(backend.url, backend.secretKey, 10_000),
      sendPipelined(
        `${backend.url}/rest/v1/wz_codes`,
        { apikey: backend.publishableKey },
        3 * REQUEST_LIMITS.waitingRequests,
      ),
    ])
    const refused = answers.filter(({ status }) => status === 503)
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(
      REQUEST_LIMITS.waitingRequests,
    )
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.every(({ retry }) => retry === '1')).toBe(true)
    expect(answers.length - refused.length).toBe(answers.filter(({ status }) => status === 200).length)
    expect(health.ok).toBe(true)
    expect((await ask()).status).toBe(200)
  })

  test('killed while rows are written, it comes back at the same address and lost none that it acknowledged', async () => {
    const proxy = await startKillingProxy(backend.url)
    const client = createAdminClient({ url: proxy.url, secretKey: backend.secretKey })
    const acknowledged: string[] = []
    for (let row = 0; row < 60; row += 1) {
      const key = `kill-${row}`
      const present = pidOf()
      const isKilled = row === 20 || row === 40
      if (isKilled) proxy.arm({ request: 1, moment: 'during', kill: () => process.kill(present, 'SIGKILL') })
      const { error } = await client.from('sources').insert({ key, title: key, license: 'CC0-1.0' })
      if (!error) acknowledged.push(key)
      if (isKilled) await wellAgain(present)
    }
    await proxy.close()
    const { data } = await createAdminClient(backend).from('sources').select('key').like('key', 'kill-%')
    expect(acknowledged.length).toBeGreaterThan(40)
    expect(data?.map(({ key }) => key)).toEqual(expect.arrayContaining(acknowledged))
  })

  test('after a stop the directory is free, and a new start finds the rows', async () => {
    const { data: before } = await createAdminClient(backend).from('sources').select('key')
    await backend.stop()
    lockDirectory(directory).release()
    backend = await superviseBackend({
      dataDirectory: directory,
      databaseUrl,
      pulseMilliseconds: 500,
      patienceMilliseconds: 4000,
    })
    await backend.ready
    const { data: after } = await createAdminClient(backend).from('sources').select('key')
    expect(after?.length).toBe(before?.length)
  })

  test('frozen, it is ended and started anew', async () => {
    const frozen = pidOf()
    process.kill(frozen, 'SIGSTOP')
    await wellAgain(frozen)
    expect(backend.pid()).not.toBe(frozen)
  })
})

describe('alone', () => {
  let directory: string
  beforeEach(() => {
    directory = temporary()
  })
  afterEach(() => rmSync(directory, { recursive: true, force: true }))

  test.each([
    [
      'no keys at all',
      { BACKEND_JWT_SECRET: undefined, SUPABASE_SECRET_KEY: undefined },
      'jwtSecret missing; secretKey missing',
    ],
    [
      "lite's published secret",
      { BACKEND_JWT_SECRET: 'unsafe-secret-change-me' },
      'jwtSecret needs 32 characters',
    ],
    [
      "the Supabase CLI's published secret",
      { BACKEND_JWT_SECRET: 'super-secret-jwt-token-with-at-least-32-characters-long' },
      'jwtSecret is a published default',
    ],
    [
      "the Supabase CLI's published key",
      { SUPABASE_SECRET_KEY: 'sb_secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz' },
      'secretKey is a published default',
    ],
    ['a foreign interface', { BACKEND_HOST: '0.0.0.0' }, 'listens on 127.0.0.1 only'],
  ])('it refuses %s', async (_, env, reason) => {
    const { code, output } = await runServer({
      DATA_DIR: directory,
      ...asEnvironment(generateSecrets()),
      ...env,
    })
    expect(code).toBe(2)
    expect(output).toContain(reason)
  })

  test('it ends by itself when the one that started it is gone', async () => {
    await prepareDatabase()
    const child = startServer({ DATA_DIR: directory, ...asEnvironment(generateSecrets()) })
    await once(child, 'message')
    const exit = once(child, 'exit')
    child.disconnect()
    expect((await exit)[0]).toBe(0)
    lockDirectory(directory).release()
  })
})

function asEnvironment({
  jwtSecret,
  publishableKey,
  secretKey,
}: ReturnType<typeof generateSecrets>): Environment {
  return {
    BACKEND_JWT_SECRET: jwtSecret,
    SUPABASE_PUBLISHABLE_KEY: publishableKey,
    SUPABASE_SECRET_KEY: secretKey,
  }
}

function startServer(env: Environment): ChildProcess {
  const args = [...NODE_FLAGS, SERVER]
  return spawn(process.execPath, args, {
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

async function runServer(env: Environment): Promise<{ code: number | null; output: string }> {
  const child = startServer(env)
  const [output, [code]] = await Promise.all([text(child.stderr ?? Readable.from([])), once(child, 'exit')])
  return { code, output }
}
