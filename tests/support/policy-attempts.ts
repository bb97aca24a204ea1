/** What invented people try in an invented register: to read, change, delete and add rows, their own and others', and to call functions. */
import fc from 'fast-check'
import {
  owner,
  PEOPLE,
  POLICY_ROLES,
  POLICY_STATUSES,
  ROWS,
  SQUARE,
  STATES,
  type Thing,
  toId,
  toPerson,
  toReference,
} from './policy-world.ts'

/** `person` null is a visitor. */
export type Attempt = { person: number | null; statement: string }

/** Tables, the column that holds the mark, and columns that somebody might want to set, with values for them. */
const status = fc.constantFrom(...POLICY_STATUSES).map((value) => `'${value}'`)
const someone = owner.map(toPerson)
const truth = fc.constantFrom('true', 'false')
const TABLES: { table: string; mark: string; thing: Thing; sets: Record<string, fc.Arbitrary<string>> }[] = [
  {
    table: 'spaces',
    mark: 'name',
    thing: 'space',
    sets: { status, name: fc.constant("'x'"), state: fc.constant("'let'") },
  },
  { table: 'businesses', mark: 'name', thing: 'business', sets: { status, verified: truth } },
  {
    table: 'proposals',
    mark: 'note',
    thing: 'proposal',
    sets: {
      state: fc.constantFrom(...STATES).map((value) => `'${value}'`),
      proposer_id: someone,
      note: fc.constant("'x'"),
    },
  },
  {
    table: 'areas',
    mark: 'name',
    thing: 'area',
    sets: { is_shared: truth, owner_id: someone, name: fc.constant("'x'") },
  },
  {
    table: 'photos',
    mark: 'alt_text',
    thing: 'photo',
    sets: { left_out_at: fc.constant('now()'), space_id: fc.constant('null') },
  },
  {
    table: 'profiles',
    mark: 'user_id',
    thing: 'person',
    sets: { role: fc.constantFrom(...POLICY_ROLES).map((role) => `'${role}'`) },
  },
]

const nth = fc.nat(ROWS - 1)
const statements = fc.constantFrom(...TABLES).chain(({ table, mark, thing, sets }) => {
  const key = table === 'profiles' ? 'user_id' : 'id'
  const where = fc.option(nth).map((row) => (row === null ? 'true' : `${key} = '${toId(thing, row)}'`))
  const change = fc
    .constantFrom(...Object.entries(sets))
    .chain(([column, value]) => value.map((text) => `update public.${table} set ${column} = ${text}`))
  const returning = (text: string) =>
    `with t as (${text} returning ${mark}) select string_agg(t::text, ' ') from t`
  return fc.oneof(
    where.map((rows) => `select string_agg(${mark}::text, ' ') from public.${table} where ${rows}`),
    fc.tuple(change, where).map(([text, rows]) => `${text} where ${rows}`),
    fc.tuple(change, where).map(([text, rows]) => returning(`${text} where ${rows}`)),
    change,
    where.map((rows) => `delete from public.${table} where ${rows}`),
    where.map((rows) => returning(`delete from public.${table} where ${rows}`)),
  )
})
const call = (name: string, payload: fc.Arbitrary<object>) =>
  payload.map((one) => `select string_agg(t::text, ' ') from public.${name}('${JSON.stringify(one)}') t`)
const kind = fc.constantFrom('space', 'business')
const calls = fc.oneof(
  fc.constantFrom(
    'select public.my_data()',
    "select string_agg(t::text, ' ') from public.my_entries() t",
    'select public.delete_me()::text',
    "select string_agg(t::text, ' ') from public.staff_proposals(null, null, null, 100) t",
    "select string_agg(t::text, ' ') from public.staff_entries('mark', 100) t",
    "select string_agg(t::text, ' ') from public.admin_people() t",
    "select string_agg(name, ' ') from public.saved_areas",
    "select string_agg(name, ' ') from public.entries",
  ),
  call(
    'staff_decide',
    fc.record({
      reference: nth.map(toReference),
      revision: fc.constant(1),
      decision: fc.constantFrom('accept', 'decline', 'take'),
      fields: fc.constant({}),
    }),
  ),
  // All is one transaction: what was laid was changed now.
  fc.record({ kind, row: nth, to: fc.constantFrom(...POLICY_STATUSES) }).map(({ kind: of, row, to }) => {
    const document = `'{"kind": "${of}", "slug": "${of}-${row}", "fields": {"status": "${to}"}}'::jsonb`
    return `select string_agg(t::text, ' ')
      from public.staff_save_entry((${document} || jsonb_build_object('updated_at', now()))::text) t`
  }),
  call(
    'staff_merge',
    fc.tuple(kind, nth, nth).map(([of, a, b]) => ({ kind: of, keep: `${of}-${a}`, remove: `${of}-${b}` })),
  ),
  call(
    'staff_set_offerer',
    nth.map((row) => ({ slug: `space-${row}`, name: 'x', email: 'x@example.org', locale: 'de' })),
  ),
  call(
    'staff_photo_save',
    nth.map((row) => ({ id: toId('photo', row), author: '', alt_text: 'x', left_out: true })),
  ),
  fc
    .tuple(fc.nat(PEOPLE - 1), fc.constantFrom(...POLICY_ROLES))
    .map(([whom, role]) => `select public.admin_set_role(${toPerson(whom)}, '${role}')`),
)
const inserts = fc
  .record({ by: fc.option(owner), isShared: fc.boolean() })
  .map(({ by, isShared }) =>
    by === null
      ? `insert into public.areas (name, outline, is_shared) values ('mine', ${SQUARE}, ${isShared})`
      : `insert into public.areas (name, outline, is_shared, owner_id) values ('forged', ${SQUARE}, ${isShared}, ${toPerson(by)})`,
  )

export const attempts: fc.Arbitrary<Attempt> = fc.record({
  person: fc.option(fc.nat(PEOPLE - 1), { freq: 6 }),
  statement: fc.oneof(
    { weight: 6, arbitrary: statements },
    { weight: 3, arbitrary: calls },
    { weight: 1, arbitrary: inserts },
  ),
})
