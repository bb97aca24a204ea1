/**
 * Keeps the backend's process alive: starts it on a free loopback port that stays the same, restarts it after a crash, ends
 * it by its id when it no longer answers, and stops it cleanly.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'
import { readHealth } from './health.ts'
import { readSecrets, type Secrets } from './secrets.ts'
import type { ServerMessage } from './server.ts'
import { type Environment, readDataDirectory } from './settings.ts'

export type SupervisorOptions = {
  dataDirectory?: string
  databaseUrl?: string | undefined
  /** Whether an empty register gets the demonstration. */
  seedsDemonstration?: boolean
  /** How long the backend may leave questions about its health unanswered. */
  patienceMilliseconds?: number
  /** How often it is asked. */
  pulseMilliseconds?: number
}

export type SupervisedBackend = Pick<Secrets, 'publishableKey' | 'secretKey'> & {
  url: string
  /** Settles when the first start has succeeded or failed; the address is known before that. */
  ready: Promise<void>
  /** The id of the present process; another one after a restart. */
  pid(): number | undefined
  stop(): Promise<void>
}

const STEADY_AFTER_MILLISECONDS = 60_000
const LONGEST_PAUSE_MILLISECONDS = 10_000
const STOP_LIMIT_MILLISECONDS = 10_000

/** Starts a backend and keeps it running until `stop`; `ready` rejects with the reason when the first start fails. */
export async function superviseBackend(options: SupervisorOptions = {}): Promise<SupervisedBackend> {
  const directory = options.dataDirectory ?? readDataDirectory()
  const secrets = readSecrets(directory)
  const note = join(directory, 'backend.json')
  const stopping = new AbortController()
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined

  const launch = async (): Promise<void> => {
    child = spawnServer({
      DATA_DIR: directory,
      DATABASE_URL: options.databaseUrl ?? process.env.DATABASE_URL ?? '',
      BACKEND_PORT: String(port),
      BACKEND_DEMONSTRATION: options.seedsDemonstration ? '1' : '0',
      BACKEND_JWT_SECRET: secrets.jwtSecret,
      SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
      SUPABASE_SECRET_KEY: secrets.secretKey,
    })
    await awaitFirstMessage(child)
    writeFileSync(note, JSON.stringify({ url, pid: child.pid }), { mode: 0o600 })
  }

  const keepAlive = async (): Promise<void> => {
    let failures = 0
    while (!stopping.signal.aborted) {
      const startedAt = performance.now()
      if (child && isRunning(child)) await watchUntilEnd(child, url, secrets, options)
      if (stopping.signal.aborted) return
      failures = performance.now() - startedAt > STEADY_AFTER_MILLISECONDS ? 1 : failures + 1
      console.error(`The backend ended (${child?.signalCode ?? child?.exitCode}); starting it again.`)
      const pause = Math.min(100 * 2 ** failures, LONGEST_PAUSE_MILLISECONDS)
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => {})
      if (!stopping.signal.aborted) await launch().catch((fault: Error) => console.error(fault.message))
    }
  }

  const ready = launch()
  const kept = ready.then(keepAlive, () => {})
  return {
    url,
    ready,
    publishableKey: secrets.publishableKey,
    secretKey: secrets.secretKey,
    pid: () => child?.pid,
    stop: async () => {
      stopping.abort()
      if (child) await stopServer(child)
      await kept
      rmSync(note, { force: true })
    },
  }
}

function spawnServer(env: Environment): ChildProcess {
  return spawn(process.execPath, [...NODE_FLAGS, join(import.meta.dirname, 'server.ts')], {
    env: { ...process.env, LITE_TELEMETRY: '0', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** Waits for the process to report that it serves; rejects with its reason when it does not. */
async function awaitFirstMessage(child: ChildProcess): Promise<void> {
  const message: ServerMessage = await Promise.race([
    once(child, 'message').then(([first]) => first as ServerMessage),
    once(child, 'exit').then(([code]) => ({ refused: `The backend did not start (status ${code}).` })),
  ])
  if ('refused' in message) throw new Error(message.refused)
}

/** A port of 127.0.0.1 that nobody listens on now. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Returns when the process has ended: by itself, or ended here because it left its health unanswered for too long. */
async function watchUntilEnd(
  child: ChildProcess,
  url: string,
  secrets: Secrets,
  { patienceMilliseconds = 30_000, pulseMilliseconds = 5_000 }: SupervisorOptions,
): Promise<void> {
  const ended = new AbortController()
  child.once('exit', () => ended.abort())
  let lastWell = performance.now()
  while (!ended.signal.aborted) {
    await delay(pulseMilliseconds, undefined, { signal: ended.signal }).catch(() => {})
    const health = await readHealth(url, secrets.secretKey, pulseMilliseconds)
    // A new process does not bring an absent PostgreSQL back; it does cure a PGlite that no longer answers.
    if (health.ok || health.database === 'postgres') lastWell = performance.now()
    if (performance.now() - lastWell > patienceMilliseconds && isRunning(child)) {
      console.error(`The backend has not answered for ${patienceMilliseconds / 1000} s and is ended.`)
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MILLISECONDS)
  await exit
  clearTimeout(timer)
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}
