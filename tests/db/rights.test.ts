/** The rights matrix tried out with rows of several persons; and that no policy, grant or function can be loosened without its turning red. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import {
  ADMITTED,
  DEEDS,
  expectCallers,
  expectDeeds,
  expectGrants,
  type GrantedRelation,
} from '#tests/support/rights-matrix.ts'
import { RELATIONS, seedRights } from '#tests/support/rights-rows.ts'

type Answer = Record<string, string>

let backend: TestBackend
let relations: GrantedRelation[]
let rows: Record<string, string[]>
beforeAll(async () => {
  backend = await startTestBackend()
  await seedRights(backend)
  relations = await backend.sql<GrantedRelation>(`
    select relnamespace::regnamespace::text as schema, c.relname as name, c.relkind as kind,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'p', 'v', 'm')
    group by 1, 2, 3 order by 1, 2`)
  const labelled = await backend.sql<{ relation: string; labels: string[] }>(
    'select relation, array_agg(label) as labels from rights.rows group by 1',
  )
  rows = Object.fromEntries(labelled.map(({ relation, labels }) => [relation, labels]))
})
afterAll(() => backend.stop())

const isPublic = ({ schema }: GrantedRelation) => schema === 'public'
const named = (name: string) =>
  relations.filter((relation) => relation.schema === 'public' && relation.name === name)
const quote = (text: string) => `'${text.replaceAll("'", "''")}'`
const array = (names: readonly string[]) => `array[${names.map(quote).join(', ')}]::text[]`
const askDeeds = (wanted: readonly GrantedRelation[]) =>
  `select rights.deeds(${array(wanted.map(({ name }) => name))})`
const askGrants = (wanted: readonly GrantedRelation[]) =>
  `select rights.grants(${array(wanted.map(({ schema, name }) => `${schema}.${name}`))})`

async function ask(question: string): Promise<Answer> {
  const [row] = await backend.sql<{ answer: Answer }>(`select (${question}) as answer`)
  return row?.answer ?? {}
}

/** The answer after a change of rights, which is undone. */
const askAfter = (change: string, question: string) =>
  ask(`select rights.after(${quote(change)}, ${quote(question)})`)

describe('the matrix', () => {
  test('names every table and view, with a row of every kind', () => {
    const names = relations.filter(isPublic).map(({ name }) => name)
    expect(Object.keys(DEEDS).sort()).toEqual(names)
    expect(Object.keys(RELATIONS).sort()).toEqual(names)
    expect(Object.keys(rows).sort()).toEqual(names)
  })

  test('holds for every role, relation and column', async () => {
    expect(await ask('select rights.grants(null)')).toEqual(expectGrants(relations))
  })

  test('holds for what people really do with rows of each other', async () => {
    const wanted = relations.filter(isPublic)
    expect(await ask(askDeeds(wanted))).toEqual(expectDeeds(wanted, rows))
  })

  test('holds for every function', async () => {
    const calls = await ask('select rights.calls()')
    expect(Object.keys(calls).length).toBeGreaterThan(80)
    const expected = Object.keys(calls).map((signature) => [signature, expectCallers(signature)])
    expect(calls).toEqual(Object.fromEntries(expected))
    const admitted = Object.entries(ADMITTED).map(([name, actors]) => [name, [...actors].sort().join(' ')])
    expect(await ask('select rights.admissions()')).toEqual(Object.fromEntries(admitted))
  })
})

describe('turns red', () => {
  type Policy = { table: string; name: string; using: string | null; check: string | null }

  test('when any policy is loosened', async () => {
    const policies = await backend.sql<Policy>(`
      select tablename as table, policyname as name, qual as using, with_check as check
      from pg_policies where schemaname not in ('cron', 'extensions') order by 1, 2`)
    const changes = policies.flatMap(({ table, name, using, check }) =>
      [using !== null && using !== 'true' && 'using', check !== null && check !== 'true' && 'with check']
        .filter((part) => part !== false)
        .map((part) => ({ table, change: `alter policy "${name}" on public.${table} ${part} (true)` })),
    )
    expect(changes.length).toBeGreaterThanOrEqual(13)
    expect(await listUnnoticed(changes)).toEqual([])
  })

  test('when a policy loses one of its conditions', async () => {
    const own = 'owner_id = (select auth.uid())'
    const staff = (roles: string) =>
      `exists (select from public.profiles p where p.user_id = (select auth.uid()) and p.role in (${roles}))`
    const alter = (table: string, name: string, condition: string) => ({
      table,
      change: `alter policy "${name}" on public.${table} ${condition}`,
    })
    const read = 'Planners and admins read shared areas and their own drafts'
    const save = 'Planners and admins save areas as their own'
    const update = 'Planners and admins change shared areas and their own drafts'
    const remove = 'Owners delete their areas, admins shared ones'
    const photos = 'Everyone reads the photos of published entries'
    expect(
      await listUnnoticed([
        alter('areas', read, `using (is_shared or ${own})`),
        alter('areas', read, `using (${staff("'planner', 'admin'")})`),
        alter('areas', save, `with check (${own})`),
        alter('areas', update, `using (is_shared or ${own})`),
        alter('areas', update, `using (${staff("'planner', 'admin'")})`),
        alter('areas', remove, `using (${own})`),
        alter('areas', remove, `using (${staff("'planner', 'admin'")})`),
        alter('areas', remove, `using (${staff("'admin'")} or ${own})`),
        alter('photos', photos, 'using (exists (select from public.businesses b where b.id = business_id))'),
        alter('photos', photos, `using (left_out_at is null)`),
        alter('proposals', 'A person reads the own proposals', 'using (proposer_id is not null)'),
        alter('businesses', 'Everyone reads published businesses', "using (status <> 'withdrawn')"),
        alter('spaces', 'Everyone reads published spaces', "using (status in ('published', 'hidden'))"),
      ]),
    ).toEqual([])
  })

  test('when a table loses its row level security', async () => {
    for (const relation of relations.filter(({ kind }) => kind !== 'v')) {
      const change = `alter table ${relation.schema}.${relation.name} disable row level security`
      expect(await isSame(change, askGrants([relation]), expectGrants([relation])), change).toBe(false)
    }
  })

  test('when anybody is granted anything more', async () => {
    const granted = expectGrants(relations)
    const unnoticed: string[] = []
    let tried = 0
    for (const relation of relations)
      for (const role of ['anon', 'authenticated']) {
        const path = `${relation.schema}.${relation.name}`
        const present = granted[`${path} ${role}`] ?? ''
        const closed = relation.columns.filter(
          (column) => !new RegExp(`select [^,]*\\b${column}\\b`).test(present),
        )
        const changes = [
          ...closed.map((column) => `grant select (${column}) on ${path} to ${role}`),
          ...['insert', 'update', 'delete', 'truncate']
            .filter((word) => word !== 'delete' || !present.includes(word))
            .map((word) => `grant ${word} on ${path} to ${role}`),
        ]
        for (const change of changes) {
          tried += 1
          if (await isSame(change, askGrants([relation]), expectGrants([relation]))) unnoticed.push(change)
        }
      }
    expect(unnoticed).toEqual([])
    expect(tried).toBeGreaterThan(500)
  })

  test('when a function opens, or forgets to ask for the role', async () => {
    const calls = await ask('select rights.calls()')
    const change = `grant usage on schema private to anon;
      grant execute on all functions in schema public, private to anon`
    const opened = await askAfter(change, 'select rights.calls()')
    for (const signature of Object.keys(calls)) expect(opened[signature], signature).toMatch(/^anon/)
    const open = `create or replace function private.require_role(variadic allowed text[]) returns text
      language sql as 'select ''admin''::text'`
    const admissions = await askAfter(open, 'select rights.admissions()')
    for (const name of Object.keys(ADMITTED).filter((it) => /^(staff|admin)_/.test(it)))
      expect(admissions[name], name).toContain('member')
  })

  const isSame = async (change: string, question: string, expected: Answer) =>
    JSON.stringify(sortKeys(await askAfter(change, question))) === JSON.stringify(sortKeys(expected))
  async function listUnnoticed(changes: readonly { table: string; change: string }[]): Promise<string[]> {
    const unnoticed = []
    for (const { table, change } of changes)
      if (await isSame(change, askDeeds(named(table)), expectDeeds(named(table), rows)))
        unnoticed.push(change)
    return unnoticed
  }
  const sortKeys = (answer: Answer) => Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1))
})
