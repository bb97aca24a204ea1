/** Suites share a backend one after the other: what one has written is gone for the next, and what it has loosened is found. */
import { expect, test } from 'vitest'
import { readCity } from '#lib/server/city.ts'
import { seedDemonstration } from '#lib/server/demo/seed.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { createPerson } from '#tests/support/people.ts'

/** All rows of all tables, as text; the version of the publication rises and is left out. */
async function readAll({ sql }: TestBackend): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'private', 'auth', 'storage') and tablename <> 'publication' order by 1`,
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await sql<{ line: string }>(`select t::text as line from ${name} t order by 1`)
    all[name] = rows.map(({ line }) => line)
  }
  return all
}

async function addDistrict({ sql }: TestBackend): Promise<unknown> {
  const square = 'SRID=4326;MULTIPOLYGON(((7 51,7.1 51,7.1 51.1,7 51.1,7 51)))'
  const [row] = await sql(
    `insert into public.districts (name, boundary) values ('Westen', '${square}') returning id`,
  )
  return row?.id
}

test('the next suite finds the reference rows alone, and ids begin again', async () => {
  const first = await startTestBackend()
  const before = await readAll(first)
  const id = await addDistrict(first)
  await seedDemonstration(first.sql, readCity())
  await createPerson(first, 'admin')
  await first.script('create schema scratch; create table scratch.rows (id int)')
  expect(await readAll(first)).not.toEqual(before)
  await first.stop()

  const second = await startTestBackend()
  expect(await readAll(second)).toEqual(before)
  expect(await addDistrict(second)).toBe(id)
  expect(await second.sql(`select to_regclass('scratch.rows') as scratch`)).toEqual([{ scratch: null }])
  await second.stop()
})

test.each([
  ['a grant', 'grant delete on public.spaces to anon', 'revoke delete on public.spaces from anon'],
  [
    'a policy',
    'create policy loosened on public.spaces using (true)',
    'drop policy loosened on public.spaces',
  ],
  [
    'row level security',
    'alter table public.spaces disable row level security',
    'alter table public.spaces enable row level security',
  ],
])('%s that is left changed is found at the end', async (_, change, undo) => {
  const backend = await startTestBackend()
  await backend.script(change)
  await expect(backend.stop()).rejects.toThrow('left policies, grants or functions changed')
  await backend.script(undo)
  await backend.stop()
})
