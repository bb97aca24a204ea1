/** The backend as a process that a test kills and starts again, at the same address and on the same data. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MARK_NAME } from '#bin/running.ts'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'
import { generateSecrets, type Secrets } from '#supabase/embedded/secrets.ts'
import { createTestDatabase } from './backend.ts'
import { freePort } from './postgres.ts'

const SERVER = join(import.meta.dirname, '../../supabase/embedded/server.ts')

export type KillableBackend = {
  url: string
  dataDirectory: string
  keys: Secrets
  kill(): void
  /** Resolves when a killed one serves again; at once where it still runs. */
  revive(): Promise<void>
  stop(): Promise<void>
}

export async function startKillableBackend(): Promise<KillableBackend> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'keimzelle-kill-'))
  const keys = generateSecrets()
  const port = await freePort()
  const env = {
    NODE_ENV: 'production' as const,
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    [MARK_NAME]: process.env[MARK_NAME],
    DATA_DIR: dataDirectory,
    DATABASE_URL: (await createTestDatabase()) ?? '',
    BACKEND_PORT: String(port),
    BACKEND_JWT_SECRET: keys.jwtSecret,
    SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
    SUPABASE_SECRET_KEY: keys.secretKey,
  }
  const launch = async (): Promise<ChildProcess> => {
    const started = spawn(process.execPath, [...NODE_FLAGS, SERVER], {
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const [word] = await once(started, 'message')
    if (!('url' in (word as object))) throw new Error(`The backend was refused: ${JSON.stringify(word)}`)
    return started
  }
  let child = await launch()
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
  return {
    url: `http://127.0.0.1:${port}`,
    dataDirectory,
    keys,
    kill: () => void child.kill('SIGKILL'),
    revive: async () => {
      if (!child.killed) return
      await end('SIGKILL')
      child = await launch()
    },
    stop: async () => {
      await end('SIGTERM')
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
