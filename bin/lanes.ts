/** Runs whole commands one after another and keeps their outcome; `check`, `test` and others are lists of lanes. */
import { delimiter, resolve } from 'node:path'
import type { Environment } from '#supabase/embedded/settings.ts'
import { countTests, listFailedTests } from './runner-output.ts'
import { isEnding, startProgram } from './running.ts'

export type Outcome = {
  name: string
  passed: number
  failed: number
  skipped: number
  note?: string
  /** The names of those that failed, where the runner says them. */
  failedTests?: string[]
  seconds: number
}

export const ROOT = resolve(import.meta.dirname, '..')

/**
 * Runs a command in the project's folder with its own Node first in the path; shows and returns its output, held back until it ends if so
 * asked. Never returns once this process has been asked to stop.
 */
export function runCommand(
  command: string,
  args: string[],
  env: Environment = {},
  isHeld = false,
): Promise<{ code: number; output: string }> {
  const path = [resolve(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  return new Promise((done, fail) => {
    const child = startProgram(command, args, {
      cwd: ROOT,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', PATH: path, ...env },
    })
    const chunks: Buffer[] = []
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      from.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (!isHeld) to.write(chunk)
      })
    }
    child.on('error', fail)
    child.on('close', (code) => {
      if (isEnding()) return
      const output = Buffer.concat(chunks).toString('utf8')
      if (isHeld) process.stdout.write(output)
      done({ code: code ?? 1, output })
    })
  })
}

/**
 * Runs one lane and counts its tests: from the runner's closing lines, or as one where the command is no test runner. The output of a lane
 * that runs beside another is held back until it ends.
 */
export async function runLane(
  name: string,
  command: string,
  args: string[],
  env: Environment = {},
  isHeld = false,
): Promise<Outcome> {
  console.log(`\n=== ${name}${isHeld ? ', at the same time' : ''}`)
  const start = performance.now()
  const { code, output } = await runCommand(command, args, env, isHeld)
  const seconds = Math.round((performance.now() - start) / 100) / 10
  const counted = countTests(output)
  const passed = counted.passed || (code === 0 ? 1 : 0)
  const failed = code === 0 ? counted.failed : Math.max(1, counted.failed)
  const failedTests = code === 0 ? [] : listFailedTests(output)
  return { name, passed, failed, skipped: counted.skipped, failedTests, seconds }
}

/** Prints a table of the lanes, the failed tests below it, and the closing line; returns the exit status. */
export function closeLanes(outcomes: Outcome[]): number {
  const sum = (key: 'passed' | 'failed' | 'skipped') => outcomes.reduce((total, lane) => total + lane[key], 0)
  console.log('\n=== Lanes')
  for (const lane of outcomes) {
    const mark = lane.failed > 0 ? 'FAILED' : lane.note ? 'NOT RUN' : 'ok'
    console.log(
      `${mark.padEnd(8)}${lane.name.padEnd(34)}${String(lane.seconds).padStart(7)} s  ${lane.note ?? ''}`,
    )
  }
  for (const line of nameFailures(outcomes)) console.log(line)
  if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') > 0 ? 1 : 0
}

/** The failed tests by lane, for anyone who sees only the end of a long log; a lane that names none stands in the table alone. */
export function nameFailures(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap(({ name, failedTests = [] }) =>
    failedTests.length > 0 ? [`\n=== Failed ${name}`, ...failedTests.map((test) => `  ${test}`)] : [],
  )
}
