/** `npm start` and its backend on data of another version: one sentence, a status that says so, and nothing touched. */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'
import { serveBackend } from '#supabase/embedded/backend.ts'
import { createApi } from '#supabase/embedded/lite/api.ts'
import { type Database, openPglite, openPostgres } from '#supabase/embedded/lite/database.ts'
import { migrate, readMigrations } from '#supabase/embedded/migrate.ts'
import { generateSecrets } from '#supabase/embedded/secrets.ts'
import { createTestDatabase } from '#tests/support/backend.ts'
import { createDirectory, REFUSED_DIRECTORIES } from '#tests/support/data-directories.ts'
import { freePort } from '#tests/support/postgres.ts'
import { readTree } from '#tests/support/read-tree.ts'

const ROOT = join(import.meta.dirname, '../..')

async function run(file: string, env: Record<string, string>): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [...NODE_FLAGS, join(ROOT, file)], {
    cwd: ROOT,
    env: { ...process.env, SUPABASE_URL: '', DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const code = new Promise<number>((done) => child.once('exit', (status) => done(status ?? -1)))
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, output: output + errors }
}

describe('a data directory', () => {
  const cases = Object.entries(REFUSED_DIRECTORIES)

  test.each(cases)('with %s is refused by npm start', async (_, { files, message }) => {
    const directory = createDirectory(files)
    const before = readTree(directory)
    const { code, output } = await run('bin/start.ts', {
      DATA_DIR: directory,
      PORT: String(await freePort()),
    })
    expect(output.trim()).toMatch(message)
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(1)
    expect(readTree(directory)).toEqual(before)
    rmSync(directory, { recursive: true })
  })

  test('of another version is refused by the backend`s process before it takes the lock', async () => {
    const [{ files, message }] = Object.values(REFUSED_DIRECTORIES) as [(typeof cases)[number][1]]
    const directory = createDirectory(files)
    const before = readTree(directory)
    const { jwtSecret, publishableKey, secretKey } = generateSecrets()
    const { code, output } = await run('supabase/embedded/server.ts', {
      DATA_DIR: directory,
      BACKEND_JWT_SECRET: jwtSecret,
      SUPABASE_PUBLISHABLE_KEY: publishableKey,
      SUPABASE_SECRET_KEY: secretKey,
    })
    expect(output).toMatch(message)
    expect(code).toBe(2)
    expect(readTree(directory)).toEqual(before)
    rmSync(directory, { recursive: true })
  })
})

describe('a database', () => {
  let database: Database
  let url: string | undefined
  const known = readMigrations()
  const api = () => createApi(database, generateSecrets(), { storageFolder: '' })
  beforeAll(async () => {
    url = await createTestDatabase('empty')
    database = url ? openPostgres(url) : await openPglite(undefined)
    await database.script(`create schema supabase_migrations;
      create table supabase_migrations.schema_migrations (version text primary key, name text, statements text[])`)
  })
  afterAll(() => database.close())

  const setHistory = (versions: readonly string[]) =>
    database.script(`truncate supabase_migrations.schema_migrations;
      insert into supabase_migrations.schema_migrations (version)
      select unnest('{${versions.join(',')}}'::text[])`)
  const versions = known.map(({ version }) => version)

  test.each([
    ['made before 0.1.0', ['20261124000001', '20261127000044'], 'made by a version before 0.1.0'],
    ['half old, half present', ['20261124000001', ...versions], 'made by a version before 0.1.0'],
    [
      'newer than the code',
      [...versions, '20990101000001'],
      'is newer than this code: a later version made it',
    ],
    ['with a gap', [versions[0] ?? '', versions[2] ?? ''], `it has: migration ${versions[1]}`],
  ])('%s is refused, and nothing is created in it', async (_, applied, message) => {
    await setHistory(applied)
    await expect(migrate(database, api())).rejects.toThrow(message)
    await expect(migrate(database, api())).rejects.toThrow('npm run db:reset')
    const [found] = await database.query(
      "select to_regnamespace('auth') as auth, to_regnamespace('private') as private, to_regclass('public.spaces') as spaces",
    )
    expect(found).toEqual({ auth: null, private: null, spaces: null })
  })

  const isPostgres = process.env.TEST_DATABASE === 'postgres'
  test.runIf(isPostgres)('newer than the code is not served by the backend', async () => {
    await setHistory([...versions, '20990101000001'])
    const directory = createDirectory({})
    await expect(
      serveBackend({ dataDirectory: directory, databaseUrl: url, secrets: generateSecrets() }),
    ).rejects.toThrow('is newer than this code')
    rmSync(directory, { recursive: true })
  })
})
