/** `npm run db:reset`: an empty register afterwards, and never by accident. */

import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { openBackend } from '#supabase/embedded/open.ts'
import { createTestDatabase } from '#tests/support/backend.ts'

const directory = mkdtempSync(join(tmpdir(), 'keimzelle-reset-'))
let databaseUrl: string | undefined

beforeAll(async () => {
  databaseUrl = await createTestDatabase()
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const environment = () => ({ DATA_DIR: directory, DATABASE_URL: databaseUrl ?? '' })

function reset(
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<{ failed: boolean; output: string }> {
  const script = resolve(import.meta.dirname, '../../bin/db-reset.ts')
  return new Promise((done) => {
    execFile(
      process.execPath,
      [...NODE_FLAGS, script, ...args],
      { env: { ...process.env, ...environment(), ...env } },
      (fault, stdout, stderr) => done({ failed: fault !== null, output: stdout + stderr }),
    )
  })
}

test('a register with rows is empty after the reset, with the same keys', async () => {
  const before = await openBackend(environment())
  expect(before.origin).toBe('own')
  const { error } = await createAdminClient(before)
    .from('sources')
    .insert({ key: 'kept', title: 'Kept', license: 'CC0' })
  expect(error).toBeNull()

  expect(await reset(['--yes'])).toMatchObject({
    failed: true,
    output: expect.stringContaining('in use by another'),
  })
  await before.stop()
  const photos = join(directory, 'storage', 'photos')
  mkdirSync(photos, { recursive: true })
  writeFileSync(join(photos, 'front.webp'), '')
  if (databaseUrl)
    expect(await reset()).toMatchObject({ failed: true, output: expect.stringContaining('-- --yes') })
  expect(await reset(['--yes'])).toMatchObject({ failed: false })
  expect(existsSync(join(directory, 'pglite.previous'))).toBe(databaseUrl === undefined)
  expect(existsSync(join(directory, 'storage.previous/photos/front.webp'))).toBe(true)
  expect(existsSync(join(photos, 'front.webp'))).toBe(false)

  const after = await openBackend(environment())
  const { data } = await createAdminClient(after).from('sources').select('key')
  expect(data).toEqual([{ key: 'proposals' }]) // of the schema itself
  expect(after.secretKey).toBe(before.secretKey)
  await after.stop()
})

test('a Supabase project is left to the Supabase CLI', async () => {
  const refused = await reset([], { SUPABASE_URL: 'https://project.example.org' })
  expect(refused).toMatchObject({ failed: true, output: expect.stringContaining('supabase db reset') })
})
