/** An import from the page: who may ask for one, what the record says of it, and whom it shows earlier runs. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { importRows } from '#tests/support/importing.ts'
import { createPerson } from '#tests/support/people.ts'

let backend: TestBackend
beforeAll(async () => {
  backend = await startTestBackend()
})
afterAll(() => backend.stop())

const begin = (person: string) =>
  backend.admin.rpc('import_begin', {
    payload: JSON.stringify({ person, source: 'probe', profile: 'csv', file: 'a.csv', publish: true }),
  })

test('moderators and admins are noted before the first row; nobody else begins', async () => {
  for (const role of ['moderator', 'admin'] as const) {
    const { id } = await createPerson(backend, role)
    expect((await begin(id)).error).toBeNull()
    const [record] = await backend.sql(
      `select actor, actor_role, action, object_type, object_id, changes from private.audit_log order by id desc limit 1`,
    )
    expect(record).toEqual({
      actor: id,
      actor_role: role,
      action: 'import.run',
      object_type: 'import',
      object_id: 'probe',
      changes: { profile: 'csv', file: 'a.csv', publish: true },
    })
  }
  for (const role of ['member', 'planner'] as const)
    expect((await begin((await createPerson(backend, role)).id)).error?.code).toBe('42501')
  expect((await begin(crypto.randomUUID())).error?.code).toBe('42501')
})

test('moderators see earlier runs, newest first, page by page', async () => {
  for (const source of ['first', 'second'])
    await importRows(
      backend,
      [{ id: source, name: `Atelier ${source}`, disciplines: 'design', lng: 7, lat: 51 }],
      { source },
    )
  const { client } = await createPerson(backend, 'moderator')
  const { data } = await client.rpc('staff_import_runs', { before: null as unknown as string, most: 10 })
  expect(data?.map(({ source_key }) => source_key)).toEqual(['second', 'first'])
  expect(JSON.parse(data?.[0]?.counts ?? '{}')).toMatchObject({ read: 1, added: 1 })
  const { data: older } = await client.rpc('staff_import_runs', {
    before: data?.[0]?.started_at ?? '',
    most: 10,
  })
  expect(older?.map(({ source_key }) => source_key)).toEqual(['first'])
  const planner = await createPerson(backend, 'planner')
  const { error } = await planner.client.rpc('staff_import_runs', {
    before: null as unknown as string,
    most: 1,
  })
  expect(error?.code).toBe('42501')
})
