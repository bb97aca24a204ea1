/** The database's list of writable fields: equal to the table of fields, and what is not in it is refused before anything is written. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { KINDS, type Kind } from '#lib/core/domain/entry.ts'
import { FIELDS } from '#lib/core/domain/fields/all-fields.ts'
import type { FieldDefinition } from '#lib/core/domain/fields/field-definition.ts'
import { saveStaffEntry } from '#lib/server/queries/staff-entries.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { createPerson, type TestPerson } from '#tests/support/people.ts'

type Writer = 'import' | 'proposal' | 'staff'

let backend: TestBackend
let moderator: TestPerson
beforeAll(async () => {
  backend = await startTestBackend()
  moderator = await createPerson(backend, 'moderator')
})
afterAll(() => backend.stop())
beforeEach(() => backend.script('delete from public.proposals; delete from public.spaces'))

/** What the table of fields gives no part of its own, because no form or file shows it as a field. */
const BESIDE_THE_TABLE: Record<Writer, readonly string[]> = {
  import: [],
  // Where it is travels beside the fields of a proposal; an offerer's proposal says that the space is offered.
  proposal: ['address', 'location', 'state'],
  // A decision sets them; the form of staff shows none of them.
  staff: ['certainty', 'confirmed_by', 'confirmed_on', 'status'],
}
const PARTS = {
  import: ({ importColumn }: FieldDefinition) => importColumn !== undefined,
  proposal: ({ proposal }: FieldDefinition) => proposal !== undefined,
  staff: ({ staff }: FieldDefinition) => staff !== undefined,
}

/** As columns: degrees are one place, a vague day has its precision beside it. */
function toColumns(field: FieldDefinition): string[] {
  if (field.name === 'kind') return []
  if (field.name === 'lng' || field.name === 'lat') return ['location']
  return field.type === 'vague-day' ? [field.name, field.precisionName] : [field.name]
}

function listWritable(kind: Kind, writer: Writer): string[] {
  const columns = FIELDS.filter((field) => field.kinds.includes(kind) && PARTS[writer](field)).flatMap(
    toColumns,
  )
  const beside = BESIDE_THE_TABLE[writer].filter(
    (name) => kind === 'space' || !['certainty', 'state'].includes(name),
  )
  return [...new Set([...columns, ...beside])].sort()
}

test.each(
  KINDS.flatMap((kind) => (['import', 'proposal', 'staff'] as const).map((writer) => [writer, kind])),
)('what %s may write of a %s is what the table of fields says', async (writer, kind) => {
  const rows = await backend.sql<{ name: string }>(
    'select name from private.entry_fields where $1 = any (kinds) and $2 = any (writers) order by name collate "C"',
    [kind, writer],
  )
  expect(rows.map(({ name }) => name)).toEqual(listWritable(kind as Kind, writer as Writer))
})

test.each(KINDS)('each field of a %s is a column that can be written', async (kind) => {
  const rows = await backend.sql<{ name: string }>(
    `select name from private.entry_fields where $1 = any (kinds)
     except select unnest(private.entry_columns($1, w)) from unnest(array['import', 'proposal', 'staff']) w`,
    [kind],
  )
  expect(rows.map(({ name }) => name)).toEqual(kind === 'business' ? ['disciplines'] : [])
})

const save = (fields: Record<string, unknown>, kind: Kind = 'space') =>
  saveStaffEntry(moderator.client as unknown as SessionClient, { kind, slug: null, updated_at: null, fields })
const countSpaces = async () => (await backend.sql('select from public.spaces')).length

test.each([
  ['that is not there', { name: 'Laden', colour: 'red' }],
  ['that only the register writes', { name: 'Laden', public_address: 'Weg 1' }],
  ['that names the entry', { name: 'Laden', slug: 'laden' }],
  ['of the other kind', { name: 'Laden', verified: true }],
])('a field %s is refused, and nothing is written', async (_, fields) => {
  expect(await save(fields)).toEqual({ fault: 'refused' })
  expect(await countSpaces()).toBe(0)
})

test('without a field nothing but the moment of the change is written', async () => {
  expect(await save({})).toMatchObject({ fault: null, row: { outcome: 'saved' } })
  const read = () =>
    backend.sql<Record<string, unknown>>('select slug, updated_at::text, name from public.spaces')
  const [before] = await read()
  const { data } = await moderator.client.rpc('staff_save_entry', {
    payload: JSON.stringify({
      kind: 'space',
      slug: before?.slug,
      updated_at: before?.updated_at,
      fields: {},
    }),
  })
  expect(data).toEqual([{ outcome: 'saved', slug: before?.slug }])
  const [after] = await read()
  expect(after).toMatchObject({ name: 'Leerstand', slug: before?.slug })
  expect(after?.updated_at).not.toBe(before?.updated_at)
})

test('a cleared text and list become empty, a cleared place goes, what is not named stays', async () => {
  await save({
    name: 'Laden',
    summary: 'hell',
    services: ['Regale'],
    floor: 'EG',
    lng: 7.0061234,
    lat: 51.0662345,
  })
  const [{ slug, updated_at } = {}] = await backend.sql('select slug, updated_at::text from public.spaces')
  const fields = { summary: null, services: null, lng: null, lat: null }
  await moderator.client
    .rpc('staff_save_entry', { payload: JSON.stringify({ kind: 'space', slug, updated_at, fields }) })
    .throwOnError()
  expect(
    await backend.sql('select summary, services, floor, location is null as has_no_place from public.spaces'),
  ).toEqual([{ summary: '', services: [], floor: 'EG', has_no_place: true }])
})

test('a place keeps every digit of its degrees', async () => {
  await save({ name: 'Laden', lng: 7.006123456789012, lat: 51.06612345678901 })
  expect(
    await backend.sql(`select extensions.st_x(location::extensions.geometry) as lng,
      extensions.st_y(location::extensions.geometry) as lat from public.spaces`),
  ).toEqual([{ lng: 7.006123456789012, lat: 51.06612345678901 }])
})

test.each([
  ['a proposal may not write', { status: 'published' }],
  ['nobody knows', { colour: 'red' }],
])('a proposal with a field that %s is not accepted', async (_, more) => {
  const reference = 'KZ-AAAA-BBBB'
  await backend.admin
    .rpc('proposal_submit', {
      payload: JSON.stringify({
        reference,
        token_hash: 'a'.repeat(64),
        type: 'new',
        kind: 'space',
        payload: { use: 'shop', ...more },
        locale: 'de',
      }),
    })
    .throwOnError()
  const { data, error } = await moderator.client.rpc('staff_decide', {
    payload: JSON.stringify({ reference, revision: 1, decision: 'accept' }),
  })
  expect(data).toBeNull()
  expect(error?.code).toBe('22023')
  expect(await countSpaces()).toBe(0)
})

test.each([
  ['nobody knows', { colour: 'red' }],
  ['import may not write', { status: 'published' }],
  ['stands for a column by itself', { location: 'SRID=4326;POINT(7 51)' }],
])('a batch with a field that %s is refused whole', async (_, more) => {
  await backend.sql("insert into public.sources (key, title, license) values ('rows', 'Rows', 'CC0-1.0')")
  const row = { ref: '1', hash: '1', kind: 'space', review: false, slug: 'laden', name: 'Laden', use: 'shop' }
  const { error } = await backend.admin.rpc('import_batch', {
    payload: JSON.stringify({ source: 'rows', publish: true, rows: [{ ...row, ...more }] }),
  })
  expect(error?.code).toBe('22023')
  expect(await countSpaces()).toBe(0)
  await backend.sql("delete from public.sources where key = 'rows'")
})
