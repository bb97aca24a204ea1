/** The house's rules, asserted on the code itself: who imports whom, and that the documents name what exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')

/** Per room (the longest prefix wins): the rooms it may import besides itself. */
const MAY_IMPORT: Record<string, string[]> = {
  'lib/core': [],
  'lib/client': ['lib/core'],
  'lib/server': ['lib/core'],
  components: ['lib'],
}

/** Packages that belong to one room. Types may travel; code may not. */
const ONE_ROOM: [RegExp, string[]][] = [
  [/^maplibre-gl(\/|$)/, ['components/map', 'tests', 'bin']],
  [/^@turf\//, ['lib/core/geo', 'lib/server/demo', 'tests']],
  [/^@supabase\/(supabase-js|ssr)$/, ['lib/server/supabase', 'tests']],
  [/^@supabase\/lite/, ['supabase/embedded']],
  [/^@electric-sql\//, ['supabase/embedded']],
  [/^sharp$/, ['lib/server/media']],
]

const FILES = ['app', 'bin', 'components', 'lib', 'supabase'].flatMap(listCode)

describe('rooms', () => {
  test('there is code to walk', () => expect(FILES.length).toBeGreaterThan(20))

  test.each(FILES)('%s imports only what its room may', (file) => {
    const room = roomOf(file)
    for (const { target, isType } of importsOf(file)) {
      for (const [known, rooms] of ONE_ROOM) {
        if (known.test(target) && !isType)
          expect(
            rooms.some((allowed) => file.startsWith(allowed)),
            target,
          ).toBe(true)
      }
      if (!room || !isOwn(target)) continue
      const path = toPath(file, target)
      const allowed = [room, ...(MAY_IMPORT[room] ?? [])]
      expect(
        allowed.some((prefix) => path.startsWith(prefix)),
        `${file} imports ${path}`,
      ).toBe(true)
    }
  })

  test.each(FILES.filter((file) => file.startsWith('lib/') && !file.startsWith('lib/client/store')))(
    '%s knows no React',
    (file) => {
      const targets = importsOf(file).filter(({ isType }) => !isType)
      expect(targets.filter(({ target }) => /^react(-dom)?(\/|$)/.test(target))).toEqual([])
    },
  )

  test.each(FILES)('%s has at most 300 lines', (file) => {
    const isTable = /database\.types\.ts$/.test(file)
    expect(isTable ? 0 : readFileSync(join(ROOT, file), 'utf8').split('\n').length).toBeLessThanOrEqual(301)
  })

  test('pages have at most 60 lines', () => {
    const long = FILES.filter((file) => /^app\/.*page\.tsx$/.test(file)).filter(
      (file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 61,
    )
    expect(long).toEqual([])
  })
})

test('every path that ARCHITECTURE.md names exists', () => {
  const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
  const paths = [...text.matchAll(/`((?:app|bin|components|lib|supabase|public|tests)\/[^`\s*<]*)`/g)].map(
    (m) => m[1] ?? '',
  )
  expect(paths.length).toBeGreaterThan(10)
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

function listCode(folder: string): string[] {
  const path = join(ROOT, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort()
}

function roomOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
}

function importsOf(file: string): { target: string; isType: boolean }[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const found = text.matchAll(
    /(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g,
  )
  return [...found].map((match) => ({ target: match[2] ?? match[3] ?? '', isType: Boolean(match[1]) }))
}

function isOwn(target: string): boolean {
  return target.startsWith('#') || target.startsWith('.')
}

function toPath(file: string, target: string): string {
  return target.startsWith('#') ? target.slice(1) : relative(ROOT, resolve(ROOT, dirname(file), target))
}
