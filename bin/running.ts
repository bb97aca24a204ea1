/**
 * Programs that a command has started. Each leads a process group of its own; when the command is asked to stop, they are asked first, and
 * whatever they have left behind is ended before the command is. On Linux that holds for processes which have lost their parent, too.
 */
import { type ChildProcess, type ChildProcessByStdio, type StdioOptions, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { onStopRequest } from './stop-request.ts'

/** How a shell reports a program that Ctrl-C has ended. */
const INTERRUPTED = 130
/** A runner of browser tests closes the browser and stops its servers when it is interrupted. */
const STEPS = [
  ['SIGINT', 20_000],
  ['SIGTERM', 5_000],
  ['SIGKILL', 5_000],
] as const
/** What is left then ends by itself when it notices that its parent is gone. */
const ORPHAN_LIMIT_MILLISECONDS = 8_000
const LOOK_EVERY_MILLISECONDS = 50

/** In the environment of every process of this run, beside the marks of the runs that it is part of. */
export const MARK_NAME = 'KEIMZELLE_RUN'
const mark: string = randomUUID()

type Program = ChildProcessByStdio<null, Readable, Readable>
const running = new Set<ChildProcess>()
let ending: Promise<never> | null = null
let stopListening = () => {}

/** Whether the command has been asked to stop: nothing new begins. */
export function isEnding(): boolean {
  return ending !== null
}

/** Its two streams are the caller's to read. */
export function startProgram(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Program {
  if (running.size === 0 && !ending) stopListening = listen()
  const env = { ...options.env, [MARK_NAME]: `${process.env[MARK_NAME] ?? ''} ${mark}` }
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe']
  const child = spawn(command, args, { ...options, env, stdio, detached: true }) as Program
  running.add(child)
  child.once('close', () => {
    running.delete(child)
    if (running.size === 0 && !ending) stopListening()
  })
  return child
}

/** A reader of our output that has gone, as in `npm test | head`, is a request to stop too. */
function listen(): () => void {
  const stop = () => {
    ending ??= endAll()
  }
  const stopHearing = onStopRequest(stop)
  process.stdout.on('error', stop)
  return () => {
    stopHearing()
    process.stdout.off('error', stop)
  }
}

async function endAll(): Promise<never> {
  for (const [signal, patience] of STEPS) {
    for (const child of running) signalGroup(child, signal)
    await waitUntil(() => [...running].every(hasEnded), patience)
  }
  await waitUntil(() => listMarked(mark).length === 0, ORPHAN_LIMIT_MILLISECONDS)
  for (const id of listMarked(mark)) signalProcess(id, 'SIGKILL')
  await waitUntil(() => listMarked(mark).length === 0, ORPHAN_LIMIT_MILLISECONDS)
  process.exit(INTERRUPTED)
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid && !hasEnded(child)) signalProcess(-child.pid, signal)
}

/** One that has just ended cannot be signalled any more. */
function signalProcess(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(id, signal)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault
  }
}

/** The processes with a mark in their environment that live, no matter who their parent is now; none where the system does not tell. */
export function listMarked(wanted: string): number[] {
  if (!existsSync('/proc/self/environ')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && readEnvironment(name).includes(wanted))
    .map(Number)
}

function readEnvironment(id: string): string {
  try {
    return readFileSync(`/proc/${id}/environ`, 'utf8')
  } catch {
    // It has ended meanwhile, or belongs to somebody else.
    return ''
  }
}

async function waitUntil(isSo: () => boolean, limitMilliseconds: number): Promise<void> {
  const deadline = performance.now() + limitMilliseconds
  while (!isSo() && performance.now() < deadline) await delay(LOOK_EVERY_MILLISECONDS)
}
