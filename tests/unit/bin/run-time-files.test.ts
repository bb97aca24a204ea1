/** The list of what a running machine needs: each thing exists, and nothing that the scripts or the app read by path is missing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toRunTimeManifest } from '#bin/assemble.ts'
import { COPIES, SCRIPTS, UNWANTED } from '#bin/run-time-files.ts'
import manifest from '../../../package.json' with { type: 'json' }

const ROOT = resolve(import.meta.dirname, '../../..')

/** Paths in the code that a running machine does not read. */
const NOT_READ = new Map([
  ['node_modules/.cache/compiled', 'written by Node'],
  ['supabase/embedded/.prepared', 'assemble.ts takes the present shelf of it'],
  ['lib/server/import/thread.ts', 'bundled by the build'],
  ['bin/build.ts', 'its absence is what tells the folder from the checkout'],
  ['.next/standalone', 'the folder itself'],
  ['.next/required-server-files.json', 'part of the output of Next'],
  ['public/maplibre', 'made by the build and by the development server'],
  ['node_modules/.bin', 'made by assemble.ts'],
  ['next.config.js', 'watched in development; what serves reads it as it was at build'],
  ['node_modules/maplibre-gl/dist', 'read by the build and by the development server'],
])

test.each([...SCRIPTS, ...COPIES.filter(({ isBuilt }) => !isBuilt).map(({ path }) => path)])(
  '%s exists',
  (path) => expect(existsSync(join(ROOT, path))).toBe(true),
)

test('nothing is both listed and unwanted, and nothing is listed twice', () => {
  const all = [...SCRIPTS, ...COPIES.map(({ path }) => path), ...UNWANTED]
  expect(all.length).toBe(new Set(all).size)
})

describe('what is read by path', () => {
  const needed = [...listOwnFiles('bin', 'lib', 'supabase', 'app')].flatMap((file) =>
    readPaths(file).map((path) => [path, file] as const),
  )

  test('is found in the code at all', () => {
    const paths = needed.map(([path]) => path)
    for (const known of ['supabase/embedded/server.ts', 'supabase/migrations', 'node_modules/@fontsource'])
      expect(paths).toContain(known)
  })

  test('reasons stand only for what is still in the code', () => {
    const paths = new Set(needed.map(([path]) => path))
    expect([...NOT_READ.keys()].filter((path) => !paths.has(path))).toEqual([])
  })

  test('is listed, or has a reason', () => {
    const isThere = (path: string) =>
      NOT_READ.has(path) ||
      SCRIPTS.includes(path) ||
      COPIES.some((copy) => path === copy.path || path.startsWith(`${copy.path}/`))
    expect(needed.filter(([path]) => !isThere(path))).toEqual([])
  })
})

test('the folder offers the commands that run there, and the packages of prepared.ts', () => {
  const { scripts, imports, type, dependencies, devDependencies } = toRunTimeManifest(manifest)
  expect(Object.keys(scripts).sort()).toEqual(['admin', 'analyse', 'db:reset', 'import', 'start'])
  expect({ imports, type, dependencies }).toEqual({
    imports: manifest.imports,
    type: 'module',
    dependencies: manifest.dependencies,
  })
  expect(devDependencies).toBeUndefined()
})

function* listOwnFiles(...folders: string[]): Generator<string> {
  for (const folder of folders)
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true }))
      if (entry.isFile() && /\.tsx?$/.test(entry.name)) yield join(entry.parentPath, entry.name)
}

/** Paths that a file makes from its own place, the project's or the process's; the commands for developers are left out. */
function readPaths(file: string): string[] {
  const own = relative(ROOT, file)
  if (/^bin\/(types|check|test|bench)\.ts$/.test(own)) return []
  const found = readFileSync(file, 'utf8').matchAll(
    /(?:join|resolve)\((import\.meta\.dirname|process\.cwd\(\)|ROOT), '([^']+)'/g,
  )
  return [...found]
    .map(([, base, path = '']) => resolve(base === 'import.meta.dirname' ? dirname(file) : ROOT, path))
    .map((path) => relative(ROOT, path))
    .filter(Boolean)
}
