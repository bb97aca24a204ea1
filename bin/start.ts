/**
 * `npm start`: builds if needed, starts the database's backend and the app, and says when visitors can come. `--dev` runs
 * the development server instead. On Ctrl-C or SIGTERM the app ends first, then the backend.
 */
import './environment.ts'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { readCity } from '#lib/server/city.ts'
import { beginBackend, type OpeningBackend } from '#supabase/embedded/open.ts'
import { needsBuild } from './freshness.ts'
import { ROOT, runCommand } from './lanes.ts'
import { copyMapWorker } from './map-worker.ts'
import { onStopRequest } from './stop-request.ts'

/** Longer than proxies and clients keep a connection, so that none asks on one that is just being closed. */
const KEEP_ALIVE_MILLISECONDS = '75000'
const STOP_LIMIT_MILLISECONDS = 10_000
const isDevelopment = process.argv.includes('--dev')
const port = process.env.PORT || '3000'
const host = process.env.HOST || '127.0.0.1'

process.exitCode = await start().catch((fault: Error) => {
  console.error(fault.message)
  return 1
})

async function start(): Promise<number> {
  readCity()
  if (await answers(Number(port)))
    throw new Error(
      `Port ${port} is in use by another program. Stop it, or choose another: PORT=3001 npm start`,
    )
  if (isDevelopment) copyMapWorker()
  else if (needsBuild(ROOT)) {
    console.log('Building the app; this happens once.')
    const { code } = await runCommand(process.execPath, ['bin/build.ts'])
    if (code !== 0) return code
  }
  const backend = await beginBackend(process.env, { laysDemonstration: true })
  try {
    if (backend.origin === 'running')
      throw new Error(
        `Keimzelle runs already on this data directory (its database is at ${backend.url}). Stop it, or set DATA_DIR.`,
      )
    return await runApp(backend)
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

/** Runs until the app ends; 0 when it was asked to. The app loads while the database opens. */
async function runApp(backend: OpeningBackend): Promise<number> {
  const app = spawn(
    process.execPath,
    [
      ...['follow-parent.ts', 'own-address.ts', 'refuse-malformed.ts'].flatMap((file) => [
        '--import',
        join(import.meta.dirname, file),
      ]),
      join(ROOT, 'node_modules/next/dist/bin/next'),
      ...(isDevelopment ? ['dev'] : ['start', '--keepAliveTimeout', KEEP_ALIVE_MILLISECONDS]),
      ...['--hostname', host, '--port', port],
    ],
    {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: '1',
        SUPABASE_URL: backend.url,
        SUPABASE_PUBLISHABLE_KEY: backend.publishableKey,
        SUPABASE_SECRET_KEY: backend.secretKey,
        DEMONSTRATION_DOOR: hasDoor(backend) ? '1' : '0',
      },
    },
  )
  const ended = once(app, 'exit')
  let asked = false
  onStopRequest(() => {
    asked = true
    app.kill('SIGTERM')
    setTimeout(() => app.kill('SIGKILL'), STOP_LIMIT_MILLISECONDS).unref()
  })
  void announce(app)
  try {
    await backend.ready
  } catch (fault) {
    app.kill('SIGTERM')
    throw fault
  }
  const [code] = await ended
  return asked ? 0 : (code ?? 1)
}

/** Invented roles may be tried on the embedded database, and only where nobody but this machine reaches the app. */
function hasDoor({ origin }: OpeningBackend): boolean {
  return origin === 'own' && !process.env.DATABASE_URL && host === '127.0.0.1'
}

/** One line with the address, once visitors can be served. */
async function announce(app: ChildProcess): Promise<void> {
  const local = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
  while (app.exitCode === null && app.signalCode === null) {
    const response = await fetch(`http://${host}:${port}/readyz`).catch(() => undefined)
    if (response?.ok) {
      console.log(
        `\nKeimzelle is ready: ${local} (ready after ${Math.round(performance.now() / 100) / 10} s)\n`,
      )
      return
    }
    await delay(100)
  }
}
