/**
 * `npm test`: everything; `npm test -- LANE [files]`: one lane, or part of it; `npm run test:deep` the full form of what repeats itself.
 * What a lane needs and the machine lacks is fetched first (an installed program, then the tool's own download, then as root the
 * distribution's package). A lane that cannot run is a loud note, and with CI=true a failure.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'
import { findBrowser, installBrowser } from '#tests/support/browser.ts'
import { findPostgres, installPostgres } from '#tests/support/postgres.ts'
import { runCheck } from './check.ts'
import { closeLanes, type Outcome, runLane } from './lanes.ts'

const LANES = { browser: runBrowserLane, pglite: runPglite, postgres: runPostgres }

const args = process.argv.slice(2)
if (args.includes('--deep')) process.env.TEST_DEPTH = 'deep'
makeTemporaryFolder()
process.exitCode = closeLanes(await runWanted(args.filter((arg) => arg !== '--deep')))

async function runWanted([lane, ...files]: string[]): Promise<Outcome[]> {
  if (lane === undefined) return runAll()
  if (!(lane in LANES)) throw new Error(`Unknown lane ${lane}. Known are: ${Object.keys(LANES).join(', ')}.`)
  return [await LANES[lane as keyof typeof LANES](files)]
}

async function runAll(): Promise<Outcome[]> {
  const outcomes = await runCheck()
  const build = await runLane('build', process.execPath, [...NODE_FLAGS, 'bin/build.ts'])
  // One suite after the other keeps one core busy, so both go at once.
  outcomes.push(build, ...(await Promise.all([runPglite([]), runPostgres([], true)])))
  const browser =
    build.failed > 0 ? missing('browser tests', 'there is no build to test') : runBrowserLane([])
  return [...outcomes, await browser]
}

/** For all that this run writes: an interrupted test does not tidy up. PostgreSQL, a user of its own, has to get in. */
function makeTemporaryFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), 'keimzelle-run-'))
  chmodSync(folder, 0o755)
  process.env.TMPDIR = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}

async function runBrowserLane(files: string[]): Promise<Outcome> {
  if (findBrowser() ?? (await installBrowser()))
    return runLane('browser tests', 'playwright', ['test', ...files])
  return missing('browser tests', 'no Chromium or Chrome was found or could be installed')
}

function runPglite(files: string[]): Promise<Outcome> {
  return runDatabaseLane('PGlite', 'pglite', files)
}

async function runPostgres(files: string[], isHeld = false): Promise<Outcome> {
  if (findPostgres() ?? (await installPostgres()))
    return runDatabaseLane('PostgreSQL', 'postgres', files, isHeld)
  return missing('database tests on PostgreSQL', 'PostgreSQL >= 15 with PostGIS is not installed')
}

function runDatabaseLane(
  name: string,
  database: 'pglite' | 'postgres',
  files: string[],
  isHeld = false,
): Promise<Outcome> {
  const env = { TEST_DATABASE: database }
  return runLane(`database tests on ${name}`, 'vitest', ['run', '--project', 'db', ...files], env, isHeld)
}

function missing(name: string, note: string): Outcome {
  console.error(`\n!!! ${name} did not run: ${note}.`)
  return { name, passed: 0, failed: process.env.CI === 'true' ? 1 : 0, skipped: 1, note, seconds: 0 }
}
