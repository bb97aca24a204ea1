import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCatalogue } from '#supabase/catalogue.ts'
import { createApi } from '#supabase/embedded/lite/api.ts'
import { type Database, openPglite, openPostgres } from '#supabase/embedded/lite/database.ts'
import { migrate, readMigrations } from '#supabase/embedded/migrate.ts'
import { generateSecrets } from '#supabase/embedded/secrets.ts'
import { formatDatabaseTypes } from '#supabase/format-types.ts'
import { createTestDatabase } from '#tests/support/backend.ts'

const TYPES = new URL('../../lib/server/supabase/database.types.ts', import.meta.url)

describe('migrations on an empty database', () => {
  let database: Database
  const apply = (migrations = readMigrations()) =>
    migrate(database, createApi(database, generateSecrets(), { storageFolder: '' }), migrations)

  beforeAll(async () => {
    const url = await createTestDatabase('empty')
    database = url ? openPostgres(url) : await openPglite(undefined)
  })
  afterAll(() => database.close())

  test('a migration that fails half way leaves nothing behind', async () => {
    const broken = {
      version: '20000101000000',
      name: 'broken',
      sql: 'create table public.half (); select 1 / 0',
    }
    await expect(apply([broken])).rejects.toThrow('20000101000000_broken.sql failed and was rolled back')
    expect(await database.query("select to_regclass('public.half') as half")).toEqual([{ half: null }])
    expect(await database.query('select version from supabase_migrations.schema_migrations')).toEqual([])
  })

  test('all apply once, in order, and a second run applies none', async () => {
    const all = readMigrations()
    expect(await apply()).toEqual(all)
    expect(await apply()).toEqual([])
    const recorded = await database.query(
      'select version, name from supabase_migrations.schema_migrations order by version',
    )
    expect(recorded).toEqual(all.map(({ version, name }) => ({ version, name })))
  })

  test('the generated types are those of the catalogue', async () => {
    expect(formatDatabaseTypes(await readCatalogue(database))).toBe(readFileSync(TYPES, 'utf8'))
  })
})
