/** The assembled folder at an empty place outside the project, and what is started from it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ROOT } from '#bin/lanes.ts'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'
import { readChildren } from './cpu-time.ts'
import { freePort } from './postgres.ts'

export type AssembledApp = {
  url: string
  /** The command's own process. */
  command: ChildProcess
  /** All that the command has written; known once it has ended. */
  output: Promise<string>
  /** Settles with the command's status. */
  ended: Promise<number | null>
  /** The ids of the processes that serve, without that of the database's backend. */
  listAppProcesses(): number[]
  /** The id of the database's backend. */
  backendProcess(): number
}

export type AssembledPlace = {
  folder: string
  /** Runs one of the folder's scripts to its end; returns what it prints. */
  run(script: string, ...args: string[]): string
  start(env?: Record<string, string>): Promise<AssembledApp>
  /** Ends what still runs, and removes the place. */
  leave(): void
}

/** Assembles from the present build and copies; nothing of the project's folder is named in the environment of what runs there. */
export function openAssembledPlace(): AssembledPlace {
  execFileSync(process.execPath, [...NODE_FLAGS, join(ROOT, 'bin/assemble.ts')], {
    cwd: ROOT,
    stdio: 'ignore',
  })
  const place = mkdtempSync(join(tmpdir(), 'keimzelle-elsewhere-'))
  const folder = join(place, 'app')
  const data = join(place, 'data')
  cpSync(join(ROOT, '.next/standalone'), folder, { recursive: true, verbatimSymlinks: true })
  const node = join(folder, 'node_modules/.bin/node')
  const bare = {
    NODE_ENV: 'production',
    PATH: '/usr/bin:/bin',
    DATA_DIR: data,
    BASEMAP: 'schematic',
  } as const
  const commands: ChildProcess[] = []

  return {
    folder,
    run: (script, ...args) =>
      execFileSync(node, [...NODE_FLAGS, script, ...args], { cwd: folder, env: bare, encoding: 'utf8' }),
    start: async (env = {}) => {
      const port = await freePort()
      const command = spawn(node, [...NODE_FLAGS, 'bin/start.ts'], {
        cwd: folder,
        env: { ...bare, PORT: String(port), ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      commands.push(command)
      const [out, err] = [text(command.stdout), text(command.stderr)]
      const backendProcess = () =>
        (JSON.parse(readFileSync(join(data, 'backend.json'), 'utf8')) as { pid: number }).pid
      return {
        url: `http://127.0.0.1:${port}`,
        command,
        output: Promise.all([out, err]).then((texts) => texts.join('')),
        ended: once(command, 'exit').then(([code]) => code as number | null),
        backendProcess,
        listAppProcesses: () => readChildren(command.pid ?? 0).filter((child) => child !== backendProcess()),
      }
    },
    leave: () => {
      for (const command of commands) command.kill('SIGKILL')
      rmSync(place, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

/** Whether a process is there. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
