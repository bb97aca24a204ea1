/** A run of tests that is interrupted leaves nothing behind: no process, whoever started it, and no folder. */
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { pick } from '#tests/support/depth.ts'
import { endMarked, listCommands, startMarkedRun } from '#tests/support/marked-run.ts'
import { findPostgres } from '#tests/support/postgres.ts'

const BROWSER = {
  lane: ['browser', 'tests/e2e/journeys.spec.ts'],
  programs: [/chrom/, /photon-server/, /bin\/start/, /embedded\/server/],
}
const POSTGRES = {
  lane: ['postgres', 'tests/db/proposals-killed.test.ts'],
  programs: [/cluster-guard/, /postgres -D/, /embedded\/server/],
}
const PGLITE = { lane: ['pglite', 'tests/db/proposals-killed.test.ts'], programs: [/embedded\/server/] }

/** npm's own, of which it has one for all its runs. */
const NPM_CACHE = 'node-compile-cache'

const CASES = [
  { ...BROWSER, signal: 'SIGINT', to: 'everything in the terminal' },
  { ...POSTGRES, signal: 'SIGTERM', to: 'npm alone' },
] as const
const OTHER_CASES = [
  { ...BROWSER, signal: 'SIGINT', to: 'npm alone' },
  { ...BROWSER, signal: 'SIGTERM', to: 'npm alone' },
  { ...POSTGRES, signal: 'SIGINT', to: 'everything in the terminal' },
  { ...PGLITE, signal: 'SIGINT', to: 'everything in the terminal' },
] as const

for (const { lane, programs, signal, to } of [...CASES, ...pick([], OTHER_CASES)])
  test(`${signal} to ${to} ends all that the lane ${lane[0]} has started`, async () => {
    test.skip(process.platform !== 'linux', 'only Linux tells which processes a run has started')
    test.skip(lane[0] === 'postgres' && !findPostgres(), 'PostgreSQL is not installed')
    const folder = mkdtempSync(join(tmpdir(), 'keimzelle-interrupted-'))
    chmodSync(folder, 0o755) // PostgreSQL runs as a user of its own
    const mark = crypto.randomUUID()
    const output = lane[0] === 'browser' ? ['--output', test.info().outputPath('interrupted')] : []
    const run = startMarkedRun([...lane, ...output], folder, mark)
    const ended = once(run, 'exit')
    try {
      // Once all of them are there at the same time, the lane is in the middle of its tests.
      await expect
        .poll(() => programs.filter((program) => !listCommands(mark).some((it) => program.test(it))), {
          timeout: 90_000,
        })
        .toEqual([])
      process.kill(to === 'npm alone' ? Number(run.pid) : -Number(run.pid), signal)
      await ended
      await expect.poll(() => listCommands(mark)).toEqual([])
      expect(readdirSync(folder).filter((name) => name !== NPM_CACHE)).toEqual([])
    } finally {
      endMarked(mark)
      rmSync(folder, { recursive: true, force: true })
    }
  })
