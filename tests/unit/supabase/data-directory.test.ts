/** Which data directories are refused, without a file of theirs touched; and the list of migrations that no longer change. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  APP_VERSION,
  markDatabase,
  refuseForeignDirectory,
  refuseForeignFolder,
} from '#supabase/embedded/data-directory.ts'
import { RefusedData } from '#supabase/embedded/history.ts'
import { readMigrations } from '#supabase/embedded/migrate.ts'
import {
  ACCEPTED_DIRECTORIES,
  createDirectory,
  REFUSED_DIRECTORIES,
} from '#tests/support/data-directories.ts'
import { readTree } from '#tests/support/read-tree.ts'

test.each(Object.entries(REFUSED_DIRECTORIES))('refuses %s, and says what to do', (_, { files, message }) => {
  const directory = createDirectory(files)
  const before = readTree(directory)
  const open = () => refuseForeignDirectory(directory)
  expect(open).toThrow(RefusedData)
  expect(open).toThrow(message)
  expect(open).toThrow(directory)
  expect(open).toThrow(/Nothing in it was changed\. .*DATA_DIR=FOLDER npm start/)
  expect(readTree(directory)).toEqual(before)
  rmSync(directory, { recursive: true })
})

test.each(Object.entries(ACCEPTED_DIRECTORIES))('accepts %s', (_, files) => {
  const directory = createDirectory(files)
  expect(() => refuseForeignDirectory(directory)).not.toThrow()
  rmSync(directory, { recursive: true })
  expect(existsSync(directory)).toBe(false)
  expect(() => refuseForeignDirectory(directory)).not.toThrow()
  expect(existsSync(directory)).toBe(false)
})

test('beside a PostgreSQL an old database in the folder is not looked at, and a foreign folder is refused', () => {
  const old = createDirectory({ 'secrets.json': '{}', 'pglite/PG_VERSION': '17\n' })
  expect(() => refuseForeignDirectory(old)).toThrow(RefusedData)
  expect(() => refuseForeignFolder(old)).not.toThrow()
  rmSync(old, { recursive: true })
  const foreign = createDirectory({ 'letters/one.txt': 'x' })
  expect(() => refuseForeignFolder(foreign)).toThrow(RefusedData)
  rmSync(foreign, { recursive: true })
})

test('a database is marked with the version and its migrations, once', () => {
  const directory = createDirectory({
    'pglite/PG_VERSION': '17\n',
    'pglite/base/1': '',
    'pglite/global/1': '',
  })
  const folder = join(directory, 'pglite')
  const versions = readMigrations().map(({ version }) => version)
  markDatabase(folder, versions.slice(0, 2))
  markDatabase(folder)
  const tree = readTree(folder)
  markDatabase(folder)
  expect(readTree(folder)).toEqual(tree)
  expect(JSON.parse(readFileSync(join(folder, 'keimzelle.json'), 'utf8'))).toEqual({
    version: APP_VERSION,
    migrations: versions,
  })
  expect(() => refuseForeignDirectory(directory)).not.toThrow()
  expect(() => refuseForeignDirectory(directory, versions.slice(0, -1))).toThrow(/newer than this code/)
  rmSync(directory, { recursive: true })
})

/** In the form of sha256sum, oldest first. A migration that is listed never changes; a new one is added at the end. */
test('migrations only grow at the end: those of the list are unchanged and come first', () => {
  const folder = join(import.meta.dirname, '../../../supabase/migrations')
  const recorded = readFileSync(`${folder}.sha256`, 'utf8').trimEnd().split('\n')
  const present = readdirSync(folder)
    .sort()
    .map(
      (file) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')}  ${file}`,
    )
  expect(present.slice(0, recorded.length)).toEqual(recorded)
})
