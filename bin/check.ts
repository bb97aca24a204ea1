/** `npm run check`: types, lint, dead code and unit tests, in seconds. */
import { closeLanes, type Outcome, runCommand, runLane } from './lanes.ts'

/** The lanes that need neither database nor browser, all at once: each alone leaves a part of the machine idle. */
export async function runCheck(): Promise<Outcome[]> {
  // Next's own types (of CSS, images and routes) are generated and not kept in the repository.
  const types = runCommand('next', ['typegen']).then(() => runLane('types', 'tsc', ['--noEmit'], {}, true))
  const lint = runLane('lint', 'biome', ['ci', '--error-on-warnings', '.'], {}, true)
  const used = runLane('dead code', 'knip', [], {}, true)
  const unit = runLane('unit tests', 'vitest', ['run', '--project', 'unit'])
  return Promise.all([types, lint, used, unit])
}

if (import.meta.main) process.exitCode = closeLanes(await runCheck())
