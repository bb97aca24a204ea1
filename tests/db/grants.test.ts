/** Who may touch what, read from the catalogue: a new table, column, view or function without a line here fails. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'

const ROLES = ['anon', 'authenticated', 'service_role'] as const
type Role = (typeof ROLES)[number]

const SHARED_PUBLIC = `id slug name summary services website disclosure public_location public_address
  public_district_id status source_key confirmed_on confirmed_by`

/** What everyone may read: columns by name, or all. Tables that are not named here are closed. */
const EVERYONE_READS: Record<string, string> = {
  disciplines: '*',
  wz_codes: '*',
  sources: '*',
  districts: '*',
  publication: '*',
  business_disciplines: '*',
  entries: '*',
  district_outlines: '*',
  space_states: '*',
  photos: `id proposal_id business_id space_id position author license alt_text width_pixels height_pixels`,
  addresses: 'id street house_number postcode place location',
  address_points: '*',
  address_streets: '*',
  context_places: 'id kind name location',
  context_points: '*',
  address_places: '*',
  space_steps: '*',
  businesses: `${SHARED_PUBLIC} verified`,
  spaces: `${SHARED_PUBLIC} use state certainty area_square_meters floor rent_class available_from former_use
    step_free vacant_since vacant_since_precision ceiling_height_meters available_until shortest_term_months
    longest_term_months permitted_use noise_allowed power water heating internet loading_access street_windows`,
}

/** What signed-in people may write, by columns; row level security says who and which rows. Nobody else writes anything. */
const SIGNED_IN_WRITE: Record<string, Partial<Record<string, string>>> = {
  areas: { insert: 'name outline is_shared', update: 'name outline is_shared', delete: '*' },
}

const SIGNED_IN_READ: Record<string, string> = {
  ...EVERYONE_READS,
  areas: '*',
  saved_areas: '*',
  profiles: '*',
  proposals: `id reference type kind business_id space_id payload note state awaits_confirmation answer question locale
    created_at updated_at answered_at`,
}

/** Functions of `public` that anybody's request may call. */
const CALLABLE_BY_EVERYONE = ['entry_departure', 'entry_successor']
/** Functions of `public` that a signed-in person's request may call; each asks for the role itself. Others call none. */
const CALLABLE_BY_SIGNED_IN =
  `admin_audit admin_outbox admin_people admin_set_role delete_me my_data my_entries staff_candidates
  staff_contact staff_counts staff_decide staff_entries staff_entry staff_history staff_merge staff_nearby staff_offerer staff_set_offerer
  staff_import_runs staff_may_see_photo staff_photo_add staff_photo_save staff_photos staff_proposal staff_proposals staff_save_entry
  staff_source_says`.split(/\s+/)
/** Functions of `public` that run with their owner's rights: those above, and steps of the server. */
const DEFINERS_IN_PUBLIC = [
  ...CALLABLE_BY_EVERYONE,
  ...CALLABLE_BY_SIGNED_IN,
  ...`challenge_spend demonstration_code outbox_close outbox_take promise_role proposal_confirm proposal_read proposal_repeats proposal_reply proposal_submit
    proposal_withdraw purge_expired rate_take outbox_add interest_submit
    interest_confirm interest_read interest_reply purge_interests purge_offerers confirmations_due confirmation_ask
    confirmation_read confirmation_answer photos_expired
    proposal_add_photo proposal_photos import_begin`.split(/\s+/),
]
let backend: TestBackend
beforeAll(async () => {
  backend = await startTestBackend()
})
afterAll(() => backend.stop())

type Relation = { name: string; kind: 'r' | 'v'; columns: string[] }
const readRelations = () =>
  backend.sql<Relation>(`
    select c.relname as name, c.relkind as kind, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') group by 1, 2 order by 1`)

test('the lane runs on the database that it names', () => {
  expect(backend.kind).toBe(process.env.TEST_DATABASE ?? 'pglite')
})

describe('grants', () => {
  test.each(['anon', 'authenticated'] as const)(
    '%s reads the public columns and writes what is listed',
    async (role) => {
      const allowed = role === 'anon' ? EVERYONE_READS : SIGNED_IN_READ
      const relations = await readRelations()
      expect(
        Object.keys(allowed).filter((name) => !relations.some((relation) => relation.name === name)),
      ).toEqual([])
      for (const { name, columns } of relations) {
        const expected = allowed[name] === '*' ? columns : (allowed[name]?.split(/\s+/) ?? [])
        expect(await listColumns(role, name, 'select'), `${role} reads ${name}`).toEqual([...expected].sort())
        const writable = role === 'anon' ? {} : (SIGNED_IN_WRITE[name] ?? {})
        for (const privilege of ['insert', 'update', 'references'])
          expect(await listColumns(role, name, privilege), `${role}: ${privilege} ${name}`).toEqual(
            (writable[privilege]?.split(' ') ?? []).sort(),
          )
        for (const privilege of ['delete', 'truncate', 'trigger'])
          expect(
            await may(role, name, privilege, 'has_table_privilege'),
            `${role}: ${privilege} ${name}`,
          ).toBe(privilege in writable)
      }
    },
  )

  test('the service role works on every table', async () => {
    for (const { name, kind } of await readRelations())
      for (const privilege of kind === 'v' ? ['select'] : ['select', 'insert', 'update', 'delete'])
        expect(
          await may('service_role', name, privilege, 'has_table_privilege'),
          `${privilege} ${name}`,
        ).toBe(true)
  })

  test('people cannot reach the schema of personal data', async () => {
    for (const role of ['anon', 'authenticated'])
      expect(await backend.sql(`select has_schema_privilege('${role}', 'private', 'usage') as may`)).toEqual([
        { may: false },
      ])
  })

  test('people call only the functions that are listed', async () => {
    for (const role of ['anon', 'authenticated']) {
      const callable = await backend.sql<{ name: string }>(`
        select proname as name from pg_proc p where pronamespace = 'public'::regnamespace
        and has_function_privilege('${role}', p.oid, 'execute')
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`)
      expect(
        callable.map(({ name }) => name),
        role,
      ).toEqual([...CALLABLE_BY_EVERYONE, ...(role === 'anon' ? [] : CALLABLE_BY_SIGNED_IN)].sort())
    }
  })

  test('serving requests widens no grant', async () => {
    await backend.anon.from('entries').select('id')
    await backend.admin.from('businesses').select('id')
    expect(await listColumns('anon', 'businesses', 'select')).not.toContain('location')
    const { error } = await backend.anon.from('businesses').select('location')
    expect(error?.code).toBe('42501')
  })
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

async function listColumns(role: Role, relation: string, privilege: string): Promise<string[]> {
  const rows = await backend.sql<{ name: string }>(
    `select attname::text as name from pg_attribute where attrelid = ('public.' || $1)::regclass and attnum > 0
     and not attisdropped and has_column_privilege('${role}', attrelid, attnum, '${privilege}')`,
    [relation],
  )
  return rows.map(({ name }) => name).sort()
}

async function may(
  role: Role,
  relation: string,
  privilege: string,
  check: string,
): Promise<boolean | undefined> {
  const rows = await backend.sql<{ may: boolean }>(
    `select ${check}('${role}', 'public.' || $1, '${privilege}') as may`,
    [relation],
  )
  return rows[0]?.may
}

function get(path: string, key?: string): Promise<Response> {
  return fetch(`${backend.url}/rest/v1/${path}`, { headers: key ? { apikey: key } : {} })
}
