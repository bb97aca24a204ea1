/** A running app on a register of seeded businesses, for benchmarks: own folder, free port, ended by its id. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ROOT } from '#bin/lanes.ts'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'
import { readChildren, readCpuMilliseconds } from './cpu-time.ts'
import { freePort } from './postgres.ts'
import type { SeededPoint } from './seeded-points.ts'

const START_LIMIT_MILLISECONDS = 60_000

export type LoadedApp = {
  url: string
  dataDirectory: string
  /** What the app has written so far, of both streams. */
  readLog(): string
  /** Milliseconds that each process has computed since its start; null where the system does not tell. */
  readCpu(): { app: number | null; database: number | null }
  stop(): Promise<void>
}

/** Starts the built app, imports the points as published businesses and waits until they are served. */
export async function startLoadedApp(points: readonly SeededPoint[]): Promise<LoadedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'keimzelle-bench-'))
  const dataDirectory = join(folder, 'data')
  const port = await freePort()
  const env = {
    ...process.env,
    DATA_DIR: dataDirectory,
    PORT: String(port),
    BASEMAP: 'schematic',
    DATABASE_URL: '',
    SUPABASE_URL: '',
    FOLLOW_PARENT: '1',
  }
  const logFile = join(folder, 'app.log')
  const log = openSync(logFile, 'a')
  const app = spawn(process.execPath, [...NODE_FLAGS, join(ROOT, 'bin/start.ts')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const url = `http://127.0.0.1:${port}`
  const stop = async () => {
    await stopProcess(app)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await waitUntil(async () => (await fetch(`${url}/readyz`).catch(() => null))?.ok === true)
    const file = join(folder, 'points.csv')
    writeFileSync(file, toCsv(points))
    execFileSync(
      process.execPath,
      [
        ...NODE_FLAGS,
        join(ROOT, 'bin/import.ts'),
        file,
        '--profile',
        'csv',
        '--source',
        'seeded',
        '--publish',
        '--json',
      ],
      { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    await waitUntil(async () => {
      const current = (await (await fetch(`${url}/data/current`)).json()) as { count: number }
      return current.count === points.length
    })
    return {
      url,
      dataDirectory,
      readLog: () => readFileSync(logFile, 'utf8'),
      readCpu: () => readCpu(app.pid ?? 0, dataDirectory),
      stop,
    }
  } catch (fault) {
    await stop()
    throw fault
  }
}

/** The command starts two processes: the database's backend, which notes its id beside the data, and the app. */
function readCpu(command: number, dataDirectory: string): { app: number | null; database: number | null } {
  const { pid } = JSON.parse(readFileSync(join(dataDirectory, 'backend.json'), 'utf8')) as { pid: number }
  const app = readChildren(command).find((child) => child !== pid)
  return { app: app === undefined ? null : readCpuMilliseconds(app), database: readCpuMilliseconds(pid) }
}

function toCsv(points: readonly SeededPoint[]): string {
  const lines = points.map(
    ({ lng, lat, disciplines }, index) =>
      `b${index},Betrieb ${index},"${disciplines.join(',')}",${lng.toFixed(5)},${lat.toFixed(5)}`,
  )
  return `id,name,disciplines,lng,lat\n${lines.join('\n')}\n`
}

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + START_LIMIT_MILLISECONDS
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('The app did not come up with its register in time.')
    await delay(200)
  }
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}
