/** What the test runners, Vitest and Playwright, say at their end. */
import { stripVTControlCharacters } from 'node:util'

/** Reads the numbers of tests from what Vitest or Playwright print at the end. */
export function countTests(output: string): { passed: number; failed: number; skipped: number } {
  const plain = stripVTControlCharacters(output)
  const vitest = plain.match(/^\s*Tests\s+(.+)$/m)?.[1]
  const text = vitest ?? plain.split('\n').slice(-30).join('\n')
  const count = (word: string) => Number(text.match(new RegExp(`(\\d+) ${word}\\b`))?.[1] ?? 0)
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
}

/**
 * The failed tests as the runner names them (file and title), each once and in its order: Vitest's lines with FAIL, which also name files
 * that could not be loaded, and Playwright's list below `N failed`. Empty where the command is no test runner.
 */
export function listFailedTests(output: string): string[] {
  const lines = stripVTControlCharacters(output).split('\n')
  const vitest = lines.map((line) => line.match(/^ FAIL {2}(.+)$/)?.[1])
  const listed = lines.slice(lines.findLastIndex((line) => /^ {2}\d+ failed$/.test(line)) + 1)
  const end = listed.findIndex((line) => !line.startsWith('    ['))
  const playwright = listed.slice(0, end < 0 ? listed.length : end)
  const names = [...vitest, ...playwright].filter((name) => name !== undefined)
  return [...new Set(names.map((name) => name.replace(/[\s─]+$/, '').trim()))]
}
