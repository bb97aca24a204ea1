/** What a person finds under the own account: entries from own proposals and offered spaces; and candidates, page by page. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createReference } from '#lib/server/proposals/reference.ts'
import { readOwnEntries } from '#lib/server/queries/own-account.ts'
import { readCandidates } from '#lib/server/queries/staff-entries.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { importRows } from '#tests/support/importing.ts'
import { createPerson, type TestPerson } from '#tests/support/people.ts'

let backend: TestBackend
let moderator: TestPerson
beforeAll(async () => {
  backend = await startTestBackend()
  moderator = await createPerson(backend, 'moderator')
})
afterAll(() => backend.stop())

async function accept(person: TestPerson, change: Record<string, unknown> = {}): Promise<string> {
  const reference = createReference()
  await backend.admin.rpc('proposal_submit', {
    payload: JSON.stringify({
      reference,
      token_hash: 'a'.repeat(64),
      type: 'new',
      kind: 'space',
      payload: { name: 'Eckladen', use: 'shop', lng: 7, lat: 51 },
      lng: 7,
      lat: 51,
      locale: 'de',
      proposer_id: person.id,
      ...change,
    }),
  })
  const { data } = await moderator.client.rpc('staff_decide', {
    payload: JSON.stringify({ reference, revision: 1, decision: 'accept' }),
  })
  return data?.[0]?.entry_slug ?? ''
}
const offer = (slug: string, email: string | null) =>
  moderator.client.rpc('staff_set_offerer', {
    payload: JSON.stringify({ slug, email, name: 'Wer Auch', locale: 'de' }),
  })

test('are those from accepted proposals, and offered ones; nobody else sees them', async () => {
  const [ada, tom] = [await createPerson(backend, 'member'), await createPerson(backend, 'member')]
  const own = await accept(ada)
  const offered = await accept(tom, { payload: { name: 'Werkstatt', use: 'workshop', lng: 7, lat: 51 } })
  await accept(ada, { type: 'change', target: offered, payload: { summary: 'neu' } })
  expect(await readOwnEntries(ada.client)).toMatchObject([
    { slug: own, name: 'Eckladen', proposed: true, offered: false, isOnMap: true },
  ])
  await offer(offered, ada.email.toUpperCase())
  await offer(own, ada.email)
  const entries = await readOwnEntries(ada.client)
  expect(entries.map(({ slug, proposed, offered }) => [slug, proposed, offered])).toEqual([
    [offered, false, true],
    [own, true, true],
  ])
  expect((await readOwnEntries(tom.client)).map(({ slug }) => slug)).toEqual([offered])
  await accept(ada, { type: 'closing', target: own, payload: {} })
  expect((await readOwnEntries(ada.client)).find(({ slug }) => slug === own)).toMatchObject({
    state: 'let',
    isOnMap: false,
  })
  expect((await backend.anon.rpc('my_entries')).error?.code).toBe('42501')
})

test('can be taken along with areas, and are forgotten with the account', async () => {
  const planner = await createPerson(backend, 'planner')
  const slug = await accept(planner)
  await offer(slug, planner.email)
  const outline = {
    type: 'Polygon',
    coordinates: [
      [
        [7, 51],
        [7.01, 51],
        [7.01, 51.01],
        [7, 51],
      ],
    ],
  }
  await backend.sql(
    `insert into public.areas (name, outline, owner_id) values ('Nordfeld', extensions.st_setsrid(extensions.st_geomfromgeojson($1), 4326), $2::uuid)`,
    [JSON.stringify(outline), planner.id],
  )
  const data = JSON.parse((await planner.client.rpc('my_data')).data ?? '')
  expect(data).toMatchObject({
    account: { email: planner.email },
    proposals: [{ photos: [] }],
    entries: [{ slug, proposed: true, offered: true }],
    offers: [{ space: slug, name: 'Wer Auch', email: planner.email }],
    areas: [{ name: 'Nordfeld', outline, is_shared: false }],
  })
  const stranger = await createPerson(backend, 'planner')
  expect(JSON.parse((await stranger.client.rpc('my_data')).data ?? '')).toMatchObject({
    entries: [],
    offers: [],
    areas: [],
  })
  expect((await planner.client.rpc('delete_me')).data).toBe(true)
  const { data: left } = await moderator.client.rpc('staff_offerer', { wanted: slug })
  expect(left).toEqual([])
  expect(await backend.sql('select 1 from public.spaces where slug = $1', [slug])).toHaveLength(1)
})

test('candidates come page by page, also those of one transaction', async () => {
  const rows = Array.from({ length: 7 }, (_, nth) => ({
    id: `c${nth}`,
    name: `Kandidat ${nth}`,
    disciplines: 'design',
    lng: 7 + nth / 100,
    lat: 51,
  }))
  await importRows(backend, rows)
  const seen: string[] = []
  let place: Awaited<ReturnType<typeof readCandidates>>['next'] = null
  const lengths: number[] = []
  do {
    const { candidates, next }: Awaited<ReturnType<typeof readCandidates>> = await readCandidates(
      moderator.client,
      place,
      3,
    )
    seen.push(...candidates.map(({ name }) => name))
    lengths.push(candidates.length)
    place = next
  } while (place)
  expect(lengths).toEqual([3, 3, 1])
  expect(seen.toSorted()).toEqual(rows.map(({ name }) => name))
})
