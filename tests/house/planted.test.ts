/** The rules of the house, proved: one violation of each kind is planted, and found. */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import * as rules from './find-faults.ts'
import { HOUSE_ROOT, type House, readHouse } from './read-house.ts'
import { SECRETS } from './rooms.ts'

const plant = (files: Record<string, string>): House => new Map(Object.entries(files))
const importing = (path: string) => `import { x } from '#${path}'\n`

test.each([
  'lib/other/new.ts',
  'tools/new.mjs',
  'new.config.ts',
  'components/new/view.tsx',
  'tests/new.test.ts',
])('a file without a room is found: %s', (file) =>
  expect(rules.findFilesWithoutRoom(plant({ [file]: '' }))).toEqual([file]),
)

test.each([
  ['lib/core/geo/a.ts', 'lib/client/store/b.ts'],
  ['lib/core/domain/a.ts', 'lib/core/geo/b.ts'],
  ['lib/client/store/a.ts', 'lib/server/city.ts'],
  ['lib/server/queries/a.ts', 'lib/server/published/b.ts'],
  ['lib/server/published/a.ts', 'lib/client/store/b.ts'],
  ['lib/server/import/a.ts', 'components/ui/b.tsx'],
  ['components/map/a.ts', 'app/b.ts'],
  ['components/ui/a.ts', 'lib/core/domain/b.ts'],
  ['components/about/a.tsx', 'components/legal/b.tsx'],
  ['components/staff/a.tsx', 'lib/server/queries/b.ts'],
  ['app/page.tsx', 'bin/b.ts'],
  ['supabase/embedded/a.ts', 'bin/b.ts'],
  ['bin/a.ts', 'app/b.ts'],
  ['instrumentation.ts', 'lib/server/pages/b.ts'],
  ['proxy.ts', 'components/ui/b.tsx'],
])('an arrow that no entry names is found: %s to %s', (file, path) => {
  const found = [`${file} imports #${path}`]
  expect(rules.findForbiddenArrows(plant({ [file]: importing(path) }))).toEqual(found)
  expect(rules.findForbiddenArrows(plant({ [file]: `const { x } = await import('#${path}')\n` }))).toEqual(
    found,
  )
  expect(rules.findForbiddenArrows(plant({ [file]: `export * from '#${path}'\n` }))).toEqual(found)
})

test('an arrow of types counts, and a relative path is followed', () => {
  const typed = plant({ 'lib/core/geo/a.ts': "import type { X } from '../../server/city.ts'\n" })
  expect(rules.findForbiddenArrows(typed)).toEqual(['lib/core/geo/a.ts imports ../../server/city.ts'])
  const view = plant({ 'components/staff/a.tsx': "import type { X } from '#lib/server/queries/b.ts'\n" })
  expect(rules.findForbiddenArrows(view)).toEqual([])
})

test('a circle of rooms is found, through others too', () => {
  const rooms = { a: { may: ['b'] }, b: { may: ['c'] }, c: { may: ['a'] }, d: { may: ['a'] } }
  expect(rules.findCirclesOfRooms(rooms)).toEqual(['a', 'b', 'c'])
})

test('code of a package outside its rooms is found, types are not', () => {
  const file = 'lib/core/style/a.ts'
  const found = [`${file} imports maplibre-gl`]
  expect(rules.findStrayPackages(plant({ [file]: "import { Map } from 'maplibre-gl'\n" }))).toEqual(found)
  expect(rules.findStrayPackages(plant({ [file]: "import type { Map } from 'maplibre-gl'\n" }))).toEqual([])
})

test('a client component that calls the server by anything but a step is found', () => {
  const [view, loader] = ['components/staff/a.tsx', 'lib/server/pages/b.ts']
  const call = (first: string) => plant({ [view]: `'use client'\n${importing(loader)}`, [loader]: first })
  expect(rules.findClientsOfServer(call('export const x = 1\n'))).toEqual([`${view} imports #${loader}`])
  expect(rules.findClientsOfServer(call("'use server'\n"))).toEqual([])
})

test('React below the views is found', () => {
  const file = 'lib/server/mail/a.ts'
  const found = [`${file} imports react-dom/server`]
  expect(
    rules.findReactBelowViews(plant({ [file]: "import { renderToString } from 'react-dom/server'\n" })),
  ).toEqual(found)
})

test('a page that asks the server by anything but a loader or a step is found', () => {
  const page = (path: string) => plant({ 'app/[locale]/page.tsx': importing(path) })
  const found = ['app/[locale]/page.tsx imports #lib/server/queries/a.ts']
  expect(rules.findPagesWithoutLoader(page('lib/server/queries/a.ts'))).toEqual(found)
  expect(rules.findPagesWithoutLoader(page('lib/server/pages/a.ts'))).toEqual([])
})

test.each([
  ['components/staff/a.tsx', 'process.env.SMTP_URL'],
  ['components/account/a.tsx', 'await createSessionClient()'],
  ['app/[locale]/page.tsx', 'createAdminClient()'],
  ['lib/core/domain/a.ts', 'process.env.CITY'],
])('a view that reads the environment or opens a client is found: %s', (file, code) =>
  expect(rules.findKeysInViews(plant({ [file]: `const x = ${code}\n` }))).toHaveLength(1),
)

test.each(['new Date()', 'Date.now()', 'Math.random()', "fetch('/data')", 'crypto.randomUUID()'])(
  'a clock, chance or network in the core is found: %s',
  (code) => {
    const text = `export const x = ${code}\n`
    expect(rules.findImpureCore(plant({ 'lib/core/geo/a.ts': text }))).toHaveLength(1)
    expect(rules.findImpureCore(plant({ 'lib/server/mail/a.ts': text }))).toEqual([])
  },
)

test.each([
  "client.from('entries')",
  "client\n    .from('entries')",
  'client.rpc(FUNCTIONS[target], {})',
  "(await createSessionClient()).from('areas')",
  "createAnonClient().rpc('x')",
])('a verb of the database outside its room is found: %s', (code) => {
  const text = `const x = await ${code}\n`
  expect(rules.findStrayQueries(plant({ 'lib/server/mail/a.ts': text }))).toHaveLength(1)
  expect(rules.findStrayQueries(plant({ 'lib/server/queries/a.ts': text }))).toEqual([])
})

test.each([
  'Array.from(list)',
  'Buffer.from(text)',
  'Float64Array.from(list)',
  'Readable.from([])',
  'client.storage.from(BUCKET)',
  "1 // client.from('entries')",
])('what only looks like a verb is not: %s', (code) =>
  expect(rules.findStrayQueries(plant({ 'lib/server/mail/a.ts': `const x = ${code}\n` }))).toEqual([]),
)

test('a query that does not take the client first is found', () => {
  const query = (params: string) =>
    plant({ 'lib/server/queries/a.ts': `export async function readA(\n  ${params}): Promise<void> {}\n` })
  expect(rules.findQueriesWithoutClient(query('id: string, client: AnonClient'))).toEqual([
    'lib/server/queries/a.ts: readA',
  ])
  expect(rules.findQueriesWithoutClient(query('client: AnonClient'))).toEqual([])
})

test('a secret that a build would let into a browser is found', () => {
  const house = readHouse()
  for (const file of SECRETS) {
    const text = (house.get(file) ?? '').replace("import 'server-only'\n", '')
    expect(rules.findUnmarkedSecrets(new Map([...house, [file, text]]))).toEqual([file])
  }
})

test('an exported name or a file of two meanings is found', () => {
  const house = plant({
    'lib/core/geo/plane/project.ts': 'export function project() {}\nexport const ONE = 1\n',
    'components/map/project.ts': 'export type project = 1\n',
    'app/page.tsx': 'export const metadata = {}\nexport default function Page() {}\n',
    'app/about/page.tsx': 'export const metadata = {}\nexport default function Page() {}\n',
    'lib/server/queries/photos.ts': '',
    'lib/server/actions/photos.ts': '',
  })
  expect(rules.findDuplicateExports(house)).toEqual([
    'project: lib/core/geo/plane/project.ts, components/map/project.ts',
  ])
  expect(rules.findDuplicateStems(house)).toEqual([
    'project: lib/core/geo/plane/project.ts, components/map/project.ts',
  ])
})

test('a file of more than 300 lines and a page of more than 60 are found', () => {
  const lines = (count: number) => 'x\n'.repeat(count)
  const house = plant({
    'lib/core/geo/long.ts': lines(301),
    'lib/core/geo/fits.ts': lines(300),
    'app/[locale]/page.tsx': lines(61),
    'app/[locale]/about/page.tsx': lines(60),
  })
  expect(rules.findLongFiles(house)).toEqual(['lib/core/geo/long.ts', 'app/[locale]/page.tsx'])
})

/** By file what the linter has to say of it. */
const LINTED: Record<string, [code: string, rule: string]> = {
  'lib/core/domain/a.ts': [importing('lib/client/store/x.ts'), 'noRestrictedImports'],
  'lib/core/geo/a.ts': ["import { useState as x } from 'react'\n", 'noRestrictedImports'],
  'lib/client/store/a.ts': [importing('lib/server/city.ts'), 'noRestrictedImports'],
  'lib/server/mail/a.ts': [importing('components/ui/x.tsx'), 'noRestrictedImports'],
  'components/map/a.ts': [importing('app/x.ts'), 'noRestrictedImports'],
  'components/ui/a.ts': [importing('lib/core/domain/x.ts'), 'noRestrictedImports'],
  'components/ui/b.ts': [importing('components/map/x.ts'), 'noRestrictedImports'],
  'app/a.ts': [importing('bin/x.ts'), 'noRestrictedImports'],
  'supabase/embedded/a.ts': [importing('bin/x.ts'), 'noRestrictedImports'],
  'lib/core/domain/first.ts': ["import type { B } from './second.ts'\nexport type A = B\n", 'noImportCycles'],
  'lib/core/domain/second.ts': ["import type { A } from './first.ts'\nexport type B = A\n", 'noImportCycles'],
  'lib/core/domain/loose.ts': ['export type Loose = any\n', 'noExplicitAny'],
  'lib/core/domain/grown.ts': [
    `export function grow() {\n${'  console.log(1)\n'.repeat(90)}}\n`,
    'noExcessiveLinesPerFunction',
  ],
}

test('the linter names arrows between wings, circles of types, any, and long functions', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keimzelle-planted-'))
  try {
    for (const file of ['biome.json', '.gitignore', 'package.json'])
      cpSync(join(HOUSE_ROOT, file), join(folder, file))
    for (const [file, [code, rule]] of Object.entries(LINTED)) {
      mkdirSync(join(folder, dirname(file)), { recursive: true })
      const use = rule === 'noRestrictedImports' ? 'export const used = x\n' : ''
      writeFileSync(join(folder, file), code + use)
    }
    const found = await lint(folder)
    expect(found).toEqual(
      Object.entries(LINTED)
        .map(([file, [, rule]]) => `${file} ${rule}`)
        .sort(),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

type Linted = { diagnostics: { category: string; location: { path: string } }[] }

/** What the linter says by the house's own configuration, as sorted lines of file and rule. */
function lint(folder: string): Promise<string[]> {
  return new Promise((done, fail) => {
    const biome = join(HOUSE_ROOT, 'node_modules/@biomejs/biome/bin/biome')
    const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--error-on-warnings', '.']
    execFile(process.execPath, args, { cwd: folder }, (_, stdout, stderr) => {
      const start = stdout.indexOf('{')
      if (start < 0) return fail(new Error(stderr))
      const { diagnostics } = JSON.parse(stdout.slice(start)) as Linted
      const lines = diagnostics.map(
        ({ category, location }) => `${location.path} ${category.split('/').at(-1)}`,
      )
      done([...new Set(lines)].sort())
    })
  })
}
