/** Saved candidate areas: who sees and changes which, and what the database refuses. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  changeArea,
  createArea,
  deleteArea,
  readAreas,
  type SavedAreaFields,
} from '#lib/server/queries/saved-areas.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { createPerson, type TestPerson, type TestRole } from '#tests/support/people.ts'

let backend: TestBackend
let planner: TestPerson
let other: TestPerson
let admin: TestPerson
beforeAll(async () => {
  backend = await startTestBackend()
  planner = await createPerson(backend, 'planner')
  other = await createPerson(backend, 'planner')
  admin = await createPerson(backend, 'admin')
})
afterAll(() => backend.stop())

const square = (lng: number, lat: number, side: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [lng, lat],
      [lng + side, lat],
      [lng + side, lat + side],
      [lng, lat + side],
      [lng, lat],
    ],
  ],
})
const OPLADEN = square(7, 51.06, 0.01)

async function save(person: TestPerson, fields: Partial<SavedAreaFields> = {}): Promise<string> {
  const saved = await createArea(person.client, {
    name: 'Opladen',
    outline: OPLADEN,
    isShared: false,
    ...fields,
  })
  if ('fault' in saved) throw new Error(saved.fault)
  return saved.id
}
/** One of those that a person sees; undefined where it is not among them. */
const find = async (person: TestPerson, id: string) =>
  (await readAreas(person.client)).find((area) => area.id === id)
const names = async (person: TestPerson) => (await readAreas(person.client)).map(({ name }) => name)

test('an area comes back as it was drawn', async () => {
  const id = await save(planner, { name: 'Bahnstadt; "Nord"' })
  expect(await find(planner, id)).toEqual({
    id,
    name: 'Bahnstadt; "Nord"',
    outline: OPLADEN,
    isShared: false,
    isOwn: true,
    version: 1,
    updatedAt: expect.any(String),
  })
})

test('a draft is its owner`s alone; sharing shows it to planners and admins', async () => {
  const id = await save(planner, { name: 'Entwurf' })
  for (const person of [other, admin]) {
    expect(await names(person)).not.toContain('Entwurf')
    expect(await find(person, id)).toBeUndefined()
    expect(await changeArea(person.client, { id, version: 1 }, { name: 'Anders' })).toEqual({
      fault: 'conflict',
    })
    expect(await deleteArea(person.client, { id, version: 1 })).toEqual({ fault: 'conflict' })
  }
  expect(await changeArea(planner.client, { id, version: 1 }, { isShared: true })).toEqual({ version: 2 })
  for (const person of [other, admin]) expect(await names(person)).toContain('Entwurf')
  expect(await find(other, id)).toMatchObject({ isShared: true, isOwn: false, version: 2 })
})

test('a shared area is changed by every planner, by the version that was read', async () => {
  const id = await save(planner, { name: 'Gemeinsam', isShared: true })
  expect(await changeArea(other.client, { id, version: 1 }, { name: 'Neu' })).toEqual({ version: 2 })
  expect(await changeArea(planner.client, { id, version: 1 }, { name: 'Alt' })).toEqual({ fault: 'conflict' })
  const answers = await Promise.all(
    [planner, other, admin].map((person) =>
      changeArea(person.client, { id, version: 2 }, { outline: square(7, 51, 0.02) }),
    ),
  )
  expect(answers.filter((answer) => 'version' in answer)).toEqual([{ version: 3 }])
  expect(await find(planner, id)).toMatchObject({ name: 'Neu', version: 3 })
  // Taking it back is the owner's.
  expect(await changeArea(other.client, { id, version: 3 }, { isShared: false })).toEqual({
    fault: 'forbidden',
  })
  expect(await deleteArea(other.client, { id, version: 3 })).toEqual({ fault: 'conflict' })
  expect(await deleteArea(admin.client, { id, version: 3 })).toBeNull()
})

test.each(['member', 'moderator'] as TestRole[])(
  'a %s sees, saves, changes and deletes nothing',
  async (role) => {
    const id = await save(planner, { name: `Für ${role}`, isShared: true })
    const person = await createPerson(backend, role)
    expect(await readAreas(person.client)).toEqual([])
    expect(await createArea(person.client, { name: 'Eigen', outline: OPLADEN, isShared: false })).toEqual({
      fault: 'forbidden',
    })
    expect(await changeArea(person.client, { id, version: 1 }, { name: 'Anders' })).toEqual({
      fault: 'conflict',
    })
    expect(await deleteArea(person.client, { id, version: 1 })).toEqual({ fault: 'conflict' })
  },
)

test('a planner who is one no longer has no areas', async () => {
  const person = await createPerson(backend, 'planner')
  const id = await save(person)
  await backend.sql(`update public.profiles set role = 'member' where user_id = $1::uuid`, [person.id])
  expect(await readAreas(person.client)).toEqual([])
  expect(await changeArea(person.client, { id, version: 1 }, { name: 'Noch da' })).toEqual({
    fault: 'conflict',
  })
  expect(await deleteArea(person.client, { id, version: 1 })).toEqual({ fault: 'conflict' })
})

test('visitors reach neither table nor view', async () => {
  expect((await backend.anon.from('areas').select('id')).error?.code).toBe('42501')
  expect((await backend.anon.from('saved_areas').select('id')).error?.code).toBe('42501')
})

describe('the database refuses', () => {
  const crossed = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [7, 51],
        [7.01, 51.01],
        [7.01, 51],
        [7, 51.01],
        [7, 51],
      ],
    ],
  }
  const round = (corners: number) => {
    const ring = Array.from({ length: corners }, (_, corner) => {
      const angle = (2 * Math.PI * corner) / corners
      return [7 + 0.01 * Math.cos(angle), 51.05 + 0.006 * Math.sin(angle)]
    })
    return { type: 'Polygon' as const, coordinates: [[...ring, ring[0] ?? []]] }
  }
  test.each([
    ['sides that cross', 'crosses', { outline: crossed }],
    ['an area of a few square metres', 'size', { outline: square(7, 51, 0.0001) }],
    ['one larger than a city', 'size', { outline: square(7, 51, 0.5) }],
    ['one where distances are wrong', 'reach', { outline: square(-0.1, 51.5, 0.01) }],
    ['more corners than the limit', 'corners', { outline: round(501) }],
    ['an area without a name', 'refused', { name: '' }],
    ['a name that fills a page', 'refused', { name: 'x'.repeat(101) }],
  ])('%s: %s', async (_, fault, fields) => {
    const answer = await createArea(planner.client, {
      name: 'Fläche',
      outline: OPLADEN,
      isShared: false,
      ...fields,
    })
    expect(answer).toEqual({ fault })
  })

  test('and takes the limit itself', async () => {
    expect(
      await createArea(planner.client, { name: 'Rund', outline: round(500), isShared: false }),
    ).toHaveProperty('id')
  })

  test('another owner, another version, another id', async () => {
    const id = await save(planner)
    for (const change of [{ owner_id: other.id }, { version: 7 }, { id: crypto.randomUUID() }]) {
      const { error } = await planner.client.from('areas').update(change).eq('id', id).select('id')
      expect(error?.code).toBe('42501')
    }
    const foreign = {
      name: 'Fremd',
      outline: 'SRID=4326;POLYGON((7 51,7.1 51,7.1 51.1,7 51))',
      owner_id: other.id,
    }
    expect((await planner.client.from('areas').insert(foreign).select('id')).error?.code).toBe('42501')
  })
})

test('with an account go its drafts; what is shared stays, and an admin can delete it', async () => {
  const leaving = await createPerson(backend, 'planner')
  const draft = await save(leaving, { name: 'Geht' })
  const shared = await save(leaving, { name: 'Bleibt', isShared: true })
  expect((await leaving.client.rpc('delete_me')).data).toBe(true)
  const left = await backend.sql<{ name: string }>(
    'select name from public.areas where id in ($1::uuid, $2::uuid)',
    [draft, shared],
  )
  expect(left).toEqual([{ name: 'Bleibt' }])
  const area = await find(admin, shared)
  expect(area).toMatchObject({ isOwn: false, isShared: true })
  expect(await deleteArea(admin.client, { id: shared, version: area?.version ?? 0 })).toBeNull()
})

test('every step is in the audit log, with the names of fields and no values', async () => {
  const id = await save(planner, { name: 'Geheimer Plan' })
  await changeArea(planner.client, { id, version: 1 }, { name: 'Offener Plan', isShared: true })
  await deleteArea(planner.client, { id, version: 2 })
  const log = await backend.sql<{ action: string; actor: string; changes: unknown }>(
    'select action, actor, changes from private.audit_log where object_id = $1 order by id',
    [id],
  )
  expect(log.map(({ action, actor }) => [action, actor])).toEqual(
    ['area.insert', 'area.update', 'area.delete'].map((action) => [action, planner.id]),
  )
  expect(log[1]?.changes).toEqual({ fields: ['is_shared', 'name'] })
  expect(JSON.stringify(log)).not.toContain('Plan')
})
