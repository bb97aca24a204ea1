/**
 * Keeps the app's processes alive: they share one port, begin to serve together once all could, and one that dies is started
 * again after a pause that grows while it keeps dying.
 */
import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Environment } from '#supabase/embedded/settings.ts'
import { ROOT } from './lanes.ts'

/** What a process of the app tells the one that started it; any answer to it means that it may listen. */
export type ProcessMessage = 'prepared'

export type AppProcesses = {
  /** Settles when all serve, or the first of them ends before that. */
  ready: Promise<void>
  /** Ends all: what they have begun is finished, for ten seconds at most. */
  stop(): Promise<void>
}

const MOST_PROCESSES = 64
const STEADY_AFTER_MILLISECONDS = 60_000
const LONGEST_PAUSE_MILLISECONDS = 10_000
const STOP_LIMIT_MILLISECONDS = 10_000

/** Reads APP_PROCESSES, 1 by default; throws with the cure. */
export function readProcessCount(text: string | undefined): number {
  const count = Number(text || 1)
  if (!Number.isInteger(count) || count < 1 || count > MOST_PROCESSES)
    throw new Error(`APP_PROCESSES=${text} is no number of processes: give 1 to ${MOST_PROCESSES}.`)
  return count
}

/** Starts them; each is told its number, from 1. */
export function startAppProcesses(count: number, args: string[], env: Environment): AppProcesses {
  cluster.setupPrimary({
    exec: join(import.meta.dirname, 'serve.ts'),
    args,
    cwd: ROOT,
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const running = new Map<number, Worker>()
  const stopping = new AbortController()
  const launch = (number: number): Worker => {
    const worker = cluster.fork({ ...env, APP_PROCESS: String(number) })
    running.set(number, worker)
    return worker
  }

  const keepAlive = async (number: number): Promise<void> => {
    let failures = 0
    while (true) {
      const startedAt = performance.now()
      const worker = running.get(number)
      if (worker && !worker.isDead()) await once(worker, 'exit')
      if (stopping.signal.aborted) return
      failures = performance.now() - startedAt > STEADY_AFTER_MILLISECONDS ? 1 : failures + 1
      const { signalCode, exitCode } = worker?.process ?? {}
      console.error(`App process ${number} ended (${signalCode ?? exitCode}); starting it again.`)
      const pause = Math.min(100 * 2 ** failures, LONGEST_PAUSE_MILLISECONDS)
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      const again = launch(number)
      // Where it dies before that, its end is the next turn's.
      awaitPrepared(again)
        .then(() => listen(again))
        .catch(() => {})
    }
  }

  const startAll = async (): Promise<void> => {
    const workers = numbers.map(launch)
    await Promise.all(workers.map(awaitPrepared))
    await Promise.all(workers.map(listen))
  }
  const ready = startAll()
  const kept = ready.then(
    () => Promise.all(numbers.map(keepAlive)),
    () => {},
  )
  return {
    ready,
    stop: async () => {
      stopping.abort()
      await Promise.all([...running.values()].map(end))
      await kept
    },
  }
}

/** Waits for a process to say that it could serve. */
async function awaitPrepared(worker: Worker): Promise<void> {
  await reach(worker, 'message')
}

async function listen(worker: Worker): Promise<void> {
  const listening = reach(worker, 'listening')
  // One that has just died is noticed by its end.
  worker.send('listen', () => {})
  await listening
}

/** Rejects where the process ends before that. */
async function reach(worker: Worker, event: 'message' | 'listening'): Promise<void> {
  if (worker.isDead()) throw new Error('The app did not start: one of its processes ended.')
  const settled = new AbortController()
  const { signal } = settled
  const exit = once(worker, 'exit', { signal }).then(([code, killedBy]) => {
    throw new Error(`The app did not start (${killedBy ?? `status ${code}`}).`)
  })
  try {
    await Promise.race([once(worker, event, { signal }), exit])
  } finally {
    settled.abort()
  }
}

async function end(worker: Worker): Promise<void> {
  if (worker.isDead()) return
  const exit = once(worker, 'exit')
  worker.process.kill('SIGTERM')
  const timer = setTimeout(() => worker.process.kill('SIGKILL'), STOP_LIMIT_MILLISECONDS)
  await exit
  clearTimeout(timer)
}
