/**
 * `npm start`: builds if needed, starts the database's backend and the app's processes, and says when visitors can come. `--dev`
 * runs the development server instead. On Ctrl-C or SIGTERM the app ends first, then the backend.
 */
import './environment.ts'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { readCity } from '#lib/server/city.ts'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'
import { refuseForeignData } from '#supabase/embedded/data-directory.ts'
import { beginBackend, type OpeningBackend } from '#supabase/embedded/open.ts'
import { readDataDirectory } from '#supabase/embedded/settings.ts'
import { readProcessCount, startAppProcesses } from './app-processes.ts'
import { ROOT, runCommand } from './lanes.ts'
import { copyMapWorker } from './map-worker.ts'
import { needsBuild } from './needs-build.ts'
import { onStopRequest } from './stop-request.ts'

const isDevelopment = process.argv.includes('--dev')
/** The assembled folder is a build, and has nothing to make another from. */
const hasSources = existsSync(join(import.meta.dirname, 'build.ts'))
const port = process.env.PORT || '3000'
const host = process.env.HOST || '127.0.0.1'

process.exitCode = await start().catch((fault: Error) => {
  console.error(fault.message)
  return 1
})

async function start(): Promise<number> {
  readCity()
  const count = isDevelopment ? 1 : readProcessCount(process.env.APP_PROCESSES)
  if (!process.env.SUPABASE_URL)
    refuseForeignData({ dataDirectory: readDataDirectory(), databaseUrl: process.env.DATABASE_URL })
  if (await answers(Number(port)))
    throw new Error(
      `Port ${port} is in use by another program. Stop it, or choose another: PORT=3001 npm start`,
    )
  if (isDevelopment) copyMapWorker()
  else if (hasSources && needsBuild(ROOT)) {
    console.log('Building the app; this happens once.')
    const { code } = await runCommand(process.execPath, [...NODE_FLAGS, 'bin/build.ts'])
    if (code !== 0) return code
  }
  const backend = await beginBackend(process.env, { seedsDemonstration: true })
  try {
    if (backend.origin === 'running')
      throw new Error(
        `Keimzelle runs already on this data directory (its database is at ${backend.url}). Stop it, or set DATA_DIR.`,
      )
    return await runApp(backend, count)
  } finally {
    await backend.stop()
  }
}

/** Whether another program listens already; else its answers would be taken for the app's. */
function answers(number: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(number, host, () => done(true))
    socket.once('error', () => done(false)).once('connect', () => socket.destroy())
  })
}

/** Runs until it is asked to stop; the app loads while the database opens. Rejects where either does not start. */
async function runApp(backend: OpeningBackend, count: number): Promise<number> {
  const app = startAppProcesses(count, isDevelopment ? ['--dev'] : [], {
    NODE_ENV: isDevelopment ? 'development' : 'production',
    NEXT_RUNTIME: 'nodejs',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: port,
    HOST: host,
    SUPABASE_URL: backend.url,
    SUPABASE_PUBLISHABLE_KEY: backend.publishableKey,
    SUPABASE_SECRET_KEY: backend.secretKey,
    DEMONSTRATION_DOOR: hasDoor(backend) ? '1' : '0',
  })
  const asked = new AbortController()
  const end = once(asked.signal, 'abort')
  onStopRequest(() => asked.abort())
  try {
    await Promise.race([end, Promise.all([app.ready, backend.ready])])
    void announce(asked.signal)
    await end
    return 0
  } finally {
    await app.stop()
  }
}

/** Invented roles may be tried on the embedded database, and only where nobody but this machine reaches the app. */
function hasDoor({ origin }: OpeningBackend): boolean {
  return origin === 'own' && !process.env.DATABASE_URL && host === '127.0.0.1'
}

/** One line with the address, once visitors can be served. */
async function announce(asked: AbortSignal): Promise<void> {
  const local = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
  while (!asked.aborted) {
    const response = await fetch(`http://${host}:${port}/readyz`, { signal: asked }).catch(() => undefined)
    if (response?.ok) {
      const seconds = Math.round(performance.now() / 100) / 10
      console.log(`\nKeimzelle is ready: ${local} (ready after ${seconds} s)\n`)
      return
    }
    await delay(100)
  }
}
