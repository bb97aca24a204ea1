/** Whether the build is younger than what it was made from. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'app',
  'components',
  'instrumentation.ts',
  'lib',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
]

/** True when there is no build in `root`, or a source was changed after it. */
export function needsBuild(root: string): boolean {
  const built = timeOf(join(root, '.next/BUILD_ID'))
  return built === undefined || SOURCES.some((source) => newest(join(root, source)) > built)
}

function newest(path: string): number {
  const own = timeOf(path) ?? 0
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return own
  return Math.max(own, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function timeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}
