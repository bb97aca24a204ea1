/** The house's rules, asserted on the code itself: who imports whom, and that the documents name what exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')

/** Per room (the longest prefix wins): the rooms it may import besides itself. */
const MAY_IMPORT: Record<string, string[]> = {
  'lib/domain': [],
  'lib/city.ts': ['lib/cities', 'lib/domain'],
  'lib/http': [],
  'lib/i18n': ['lib/domain', 'lib/city.ts'],
  'lib/geo': ['lib/domain', 'lib/snapshot/format.ts'],
  'lib/analysis': ['lib/domain', 'lib/geo', 'lib/import/suggest.ts'],
  'lib/snapshot': ['lib/domain'],
  'lib/search': ['lib/domain', 'lib/snapshot/format.ts', 'lib/i18n/messages/discipline-words.json'],
  'lib/style': ['lib/domain', 'lib/city.ts', 'lib/i18n/routing.ts'],
  'lib/worker': ['lib/domain', 'lib/geo', 'lib/snapshot'],
  'lib/store': ['lib/domain', 'lib/geo', 'lib/search', 'lib/snapshot', 'lib/worker', 'lib/style'],
  'lib/supabase': ['lib/domain'],
  'lib/data': [
    'lib/domain',
    'lib/city.ts',
    'lib/http',
    'lib/i18n/routing.ts',
    'lib/supabase',
    'lib/snapshot',
    'lib/geo',
    'lib/search',
    'lib/style',
  ],
  'lib/basemap': ['lib/domain', 'lib/city.ts', 'lib/http', 'lib/i18n/routing.ts', 'lib/style'],
  'lib/guard': ['lib/supabase'],
  'lib/proposals': [
    'lib/domain',
    'lib/city.ts',
    'lib/http',
    'lib/supabase',
    'lib/guard',
    'lib/import',
    'lib/i18n',
  ],
  'lib/mail': ['lib/domain', 'lib/city.ts', 'lib/supabase', 'lib/i18n', 'lib/style'],
  'lib/media': ['lib/domain', 'lib/supabase', 'lib/guard', 'lib/i18n', 'lib/proposals'],
  'lib/jobs': ['lib/city.ts', 'lib/http', 'lib/supabase', 'lib/mail', 'lib/media', 'lib/proposals'],
  'lib/account': [
    'lib/domain',
    'lib/http',
    'lib/supabase',
    'lib/data',
    'lib/guard',
    'lib/i18n',
    'lib/proposals',
  ],
  'lib/moderation': ['lib/domain', 'lib/supabase', 'lib/data', 'lib/i18n', 'lib/proposals', 'lib/import'],
  'lib/messages': [
    'lib/domain',
    'lib/i18n/routing.ts',
    'lib/city.ts',
    'lib/supabase',
    'lib/data',
    'lib/guard',
    'lib/proposals',
  ],
  'lib/import': ['lib/domain', 'lib/city.ts', 'lib/http', 'lib/i18n', 'lib/supabase', 'lib/data', 'lib/geo'],
  'lib/demo': ['lib/domain', 'lib/city.ts', 'lib/supabase', 'lib/data', 'lib/import', 'lib/geo'],
  'components/ui': ['lib/domain', 'lib/i18n', 'lib/style', 'lib/store'],
  'components/about': ['components/ui', 'lib/domain', 'lib/i18n'],
  'components/photos': ['components/ui', 'lib/domain'],
  'components/propose': [
    'components/ui',
    'components/photos',
    'components/map/place-picker.tsx',
    'components/about/text-link.tsx',
    'lib/domain',
    'lib/geo',
    'lib/i18n',
    'lib/snapshot',
    'lib/store',
  ],
  'components/staff': [
    'components/ui',
    'components/photos',
    'components/propose',
    'components/about',
    'components/map/places-beside.tsx',
    'components/map/places-map.ts',
    'components/page-frame.tsx',
    'app/[locale]',
    'lib',
  ],
  'components/messages': ['components/ui', 'lib/domain', 'lib/i18n', 'lib/messages/message-state.ts'],
  'components/legal': [
    'components/about',
    'components/messages',
    'lib/city.ts',
    'lib/domain',
    'lib/i18n',
    'lib/messages/message-state.ts',
  ],
  'components/interest': [
    'components/messages',
    'components/ui',
    'lib/domain',
    'lib/i18n',
    'lib/messages/message-state.ts',
  ],
  'components/upkeep': ['components/ui', 'components/about/text-link.tsx', 'lib/domain'],
  'components/map': [
    'components/ui',
    'lib/domain',
    'lib/geo',
    'lib/i18n',
    'lib/snapshot',
    'lib/store',
    'lib/style',
  ],
  'components/planning': [
    'components/ui',
    'components/map/planning-map-view.tsx',
    'app/[locale]/planning',
    'components/site-header.tsx',
    'components/site-links.tsx',
    'lib/domain',
    'lib/geo',
    'lib/i18n',
    'lib/store',
    'lib/style',
  ],
  'components/panels': [
    'components/ui',
    'components/photos',
    'lib/domain',
    'lib/geo',
    'lib/i18n',
    'lib/search',
    'lib/snapshot',
    'lib/store',
    'lib/style',
  ],
}

/** Packages that belong to one room. Types may travel; code may not. */
const ONE_ROOM: [RegExp, string[]][] = [
  [/^maplibre-gl(\/|$)/, ['components/map', 'tests', 'bin']],
  [/^@turf\//, ['lib/geo', 'lib/demo', 'tests']],
  [/^@supabase\/(supabase-js|ssr)$/, ['lib/supabase', 'tests']],
  [/^@supabase\/lite/, ['supabase/embedded']],
  [/^@electric-sql\//, ['supabase/embedded']],
  [/^sharp$/, ['lib/media']],
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

  test.each(FILES.filter((file) => file.startsWith('lib/') && !file.startsWith('lib/store')))(
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
