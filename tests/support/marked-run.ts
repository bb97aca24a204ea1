/** A run of tests within a test, and the processes that belong to it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { ROOT } from '#bin/lanes.ts'
import { listMarked, MARK_NAME } from '#bin/running.ts'

/** `npm test` for one lane as somebody types it, in a terminal of its own; each of its processes bears the mark. */
export function startMarkedRun(lane: string[], folder: string, mark: string): ChildProcess {
  const { E2E_PORT: _, E2E_PHOTON_PORT: __, E2E_DATA_DIR: ___, ...env } = process.env
  return spawn('npm', ['test', '--', ...lane], {
    cwd: ROOT,
    env: { ...env, TMPDIR: folder, [MARK_NAME]: mark, TEST_DEPTH: '' },
    stdio: 'ignore',
    detached: true,
  })
}

/** What runs with that mark, each as its command line. */
export function listCommands(mark: string): string[] {
  return listMarked(mark).map((id) => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return '' // ended meanwhile
    }
  })
}

/** Ends what still runs with that mark. */
export function endMarked(mark: string): void {
  for (const id of listMarked(mark)) process.kill(id, 'SIGKILL')
}
