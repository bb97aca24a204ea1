/** What holds for every object of the catalogue, and how the interface answers to who may not. The matrix itself is in rights.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { DEFINERS_IN_PUBLIC, EVERYONE_READS } from '#tests/support/rights-matrix.ts'

let backend: TestBackend
beforeAll(async () => {
  backend = await startTestBackend()
})
afterAll(() => backend.stop())

type Relation = { name: string; columns: string[] }
const readRelations = () =>
  backend.sql<Relation>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') group by 1 order by 1`)

test('the lane runs on the database that it names', () => {
  expect(backend.kind).toBe(process.env.TEST_DATABASE ?? 'pglite')
})

test('serving requests widens no grant', async () => {
  await backend.anon.from('entries').select('id')
  await backend.admin.from('businesses').select('id')
  expect(
    await backend.sql(
      `select has_column_privilege('anon', 'public.businesses', 'location', 'select') as may`,
    ),
  ).toEqual([{ may: false }])
  const { error } = await backend.anon.from('businesses').select('location')
  expect(error?.code).toBe('42501')
})

describe('through the interface', () => {
  test('closed tables and columns answer with a refusal, not with rows', async () => {
    for (const { name, columns } of await readRelations()) {
      const open = EVERYONE_READS[name]
      const closed = open === '*' ? [] : columns.filter((column) => !open?.split(/\s+/).includes(column))
      for (const column of closed) {
        const response = await get(`${name}?select=${column}`, backend.keys.publishableKey)
        expect(response.status, `${name}.${column}`).toBe(401)
      }
    }
  })

  test('a request without a key, or with a wrong one, is refused', async () => {
    expect((await get('disciplines')).status).toBe(401)
    expect((await get('disciplines', 'sb_secret_guessed')).status).toBe(401)
  })

  test('nothing but the interface is served', async () => {
    for (const path of ['/', '/_system/info', '/_system/introspect', '/static/main.js'])
      expect(
        (await fetch(`${backend.url}${path}`, { headers: { apikey: backend.keys.secretKey } })).status,
      ).toBe(404)
  })
})

describe('every object', () => {
  test('tables have row level security, a comment and policies named as sentences', async () => {
    const tables = await backend.sql<{ name: string; secured: boolean; comment: string | null }>(`
      select relname as name, relrowsecurity as secured, obj_description(oid, 'pg_class') as comment
      from pg_class where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'p')`)
    expect(tables.length).toBeGreaterThan(10)
    for (const { name, secured, comment } of tables) {
      expect(secured, `row level security of ${name}`).toBe(true)
      expect(comment, `comment of ${name}`).toMatch(/^[A-Z].+\.$/)
    }
    for (const { name } of await backend.sql<{ name: string }>('select polname as name from pg_policy'))
      expect(name).toMatch(/^[A-Z]\S* \S+ \S+/)
  })

  test('views run with the rights of their reader', async () => {
    const views = await backend.sql<{ name: string; options: string[] | null }>(`
      select relname as name, reloptions as options from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'v'`)
    for (const { name, options } of views) expect(options, name).toContain('security_invoker=true')
  })

  test('functions with their owner rights are private or listed, with an empty search path', async () => {
    const definers = await backend.sql<{ schema: string; name: string; settings: string[] | null }>(`
      select n.nspname as schema, proname as name, proconfig as settings
      from pg_proc p join pg_namespace n on n.oid = pronamespace
      where prosecdef and nspname not in ('pg_catalog', 'information_schema', 'extensions')
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`)
    for (const { schema, name, settings } of definers) {
      expect(settings, name).toContain('search_path=""')
      if (schema !== 'private') expect(DEFINERS_IN_PUBLIC, `${schema}.${name}`).toContain(name)
    }
  })
})

test('the record of what was done is only added to, by its owner too', async () => {
  const entry = { action: 'role.change', object_type: 'profile', object_id: 'x' }
  const add = () =>
    backend.sql('select private.audit($1, $2, $3)', [entry.action, entry.object_type, entry.object_id])
  await add()
  for (const statement of [
    "update private.audit_log set action = 'role.none'",
    'delete from private.audit_log',
    'truncate private.audit_log',
  ])
    await expect(backend.sql(statement), statement).rejects.toThrow('append-only')
  await add()
  expect(await backend.sql('select action from private.audit_log')).toEqual([
    { action: entry.action },
    { action: entry.action },
  ])
})

function get(path: string, key?: string): Promise<Response> {
  return fetch(`${backend.url}/rest/v1/${path}`, { headers: key ? { apikey: key } : {} })
}
