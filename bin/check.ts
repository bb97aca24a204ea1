/** `npm run check`: types, lint and unit tests, in seconds. */
import { closeLanes, type Outcome, runCommand, runLane } from './lanes.ts'

/** The three lanes that need neither database nor browser. */
export async function runCheck(): Promise<Outcome[]> {
  // Next's own types (of CSS, images and routes) are generated and not kept in the repository.
  await runCommand('next', ['typegen'])
  return [
    await runLane('types', 'tsc', ['--noEmit']),
    await runLane('lint', 'biome', ['ci', '--error-on-warnings', '.']),
    await runLane('unit tests', 'vitest', ['run', '--project', 'unit']),
  ]
}

if (import.meta.main) process.exitCode = closeLanes(await runCheck())
