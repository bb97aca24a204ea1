/**
 * `npm test`: everything. What a lane needs and the machine lacks is fetched first (an installed program, then the
 * tool's own download, then as root the distribution's package). A lane that cannot run is said loudly, and with
 * CI=true it is a failure.
 */
import { findBrowser, installBrowser } from '#tests/support/browser.ts'
import { findPostgres, installPostgres } from '#tests/support/postgres.ts'
import { runCheck } from './check.ts'
import { closeLanes, type Outcome, runLane } from './lanes.ts'

const outcomes: Outcome[] = await runCheck()
const build = await runLane('build', process.execPath, ['bin/build.ts'])
outcomes.push(build)

// One suite after the other keeps one core busy, so both go at once.
const hasPostgres = Boolean(findPostgres() ?? (await installPostgres()))
const databases = [runDatabaseLane('PGlite', 'pglite')]
if (hasPostgres) databases.push(runDatabaseLane('PostgreSQL', 'postgres', true))
outcomes.push(...(await Promise.all(databases)))
if (!hasPostgres)
  outcomes.push(missing('database tests on PostgreSQL', 'PostgreSQL >= 15 with PostGIS is not installed'))

if (build.failed > 0) outcomes.push(missing('browser tests', 'there is no build to test'))
else if (findBrowser() ?? (await installBrowser())) {
  outcomes.push(await runLane('browser tests', 'playwright', ['test']))
} else outcomes.push(missing('browser tests', 'no Chromium or Chrome was found or could be installed'))

process.exitCode = closeLanes(outcomes)

function runDatabaseLane(name: string, database: 'pglite' | 'postgres', isHeld = false): Promise<Outcome> {
  const env = { TEST_DATABASE: database }
  return runLane(`database tests on ${name}`, 'vitest', ['run', '--project', 'db'], env, isHeld)
}

function missing(name: string, note: string): Outcome {
  console.error(`\n!!! ${name} did not run: ${note}.`)
  return { name, passed: 0, failed: process.env.CI === 'true' ? 1 : 0, skipped: 1, note, seconds: 0 }
}
