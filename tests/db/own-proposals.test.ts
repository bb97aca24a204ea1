/** Proposals of signed-in people: theirs to see, to take along and to leave behind. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readOwnProposals } from '#lib/server/account/own-proposals.ts'
import { readSender } from '#lib/server/account/read-sender.ts'
import { submitForm } from '#lib/server/proposals/submit-form.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { createPerson, type TestPerson } from '#tests/support/people.ts'

let backend: TestBackend
let moderator: TestPerson
beforeAll(async () => {
  backend = await startTestBackend()
  moderator = await createPerson(backend, 'moderator')
})
afterAll(() => backend.stop())

async function propose(person: TestPerson | null, change: Record<string, string> = {}) {
  const form = new FormData()
  const fields = { type: 'new', kind: 'space', use: 'shop', lng: '7.006', lat: '51.066', ...change }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return submitForm(form, {
    client: backend.admin,
    secretKey: backend.keys.secretKey,
    sender: await readSender(backend.admin, person?.id ?? null, randomUUID()),
    photoFaults: [],
  })
}
const decide = (reference: string, decision: string) =>
  moderator.client.rpc('staff_decide', { payload: JSON.stringify({ reference, revision: 1, decision }) })

test('are stored at once, without a proof, and seen by their person alone', async () => {
  const [ada, tom] = [await createPerson(backend, 'member'), await createPerson(backend, 'member')]
  expect(await propose(null)).toMatchObject({ faults: [{ field: 'contact_email', code: 'needs-address' }] })
  expect(await propose(ada, { note: 'Adas Laden' })).toMatch(/^\/de\/propose\/KZ-/)
  const own = await readOwnProposals(ada.client)
  expect(own).toMatchObject([{ type: 'new', state: 'received', slug: null }])
  expect(await readOwnProposals(tom.client)).toEqual([])
  const { data } = await ada.client.rpc('my_data')
  expect(JSON.parse(data ?? '')).toMatchObject({ proposals: [{ note: 'Adas Laden', photos: [] }] })
  expect(data).not.toContain('token_hash')
  expect((await tom.client.rpc('my_data')).data).not.toContain('Adas Laden')
})

test('stay without their person when the account is deleted', async () => {
  const ada = await createPerson(backend, 'member')
  await propose(ada, { contact_name: 'Ada Kanarienvogel', contact_email: 'ada@example.org' })
  const [own] = await readOwnProposals(ada.client)
  expect((await ada.client.rpc('delete_me')).data).toBe(true)
  const rows = await backend.sql<Record<string, unknown>>(
    'select p.proposer_id, c.name from public.proposals p left join private.contacts c on c.proposal_id = p.id where p.reference = $1',
    [own?.reference],
  )
  expect(rows).toEqual([{ proposer_id: null, name: null }])
})

test('of two last admins who leave at once, one stays', async () => {
  const admins = await Promise.all(['admin', 'admin'].map(() => createPerson(backend, 'admin')))
  const left = await Promise.all(admins.map(async ({ client }) => (await client.rpc('delete_me')).data))
  expect(left.toSorted()).toEqual([false, true])
})

test('sent twice under one key count once; a changed one is a proposal of its own', async () => {
  const ada = await createPerson(backend, 'member')
  const key = { idempotency_key: randomUUID() }
  const first = await propose(ada, key)
  expect(await propose(ada, key)).toBe(first)
  expect(await propose(ada, { ...key, note: 'anders' })).not.toBe(first)
  expect(await readOwnProposals(ada.client)).toHaveLength(2)
})

test('ten an hour at first, more from a person whose proposals were accepted', async () => {
  const ada = await createPerson(backend, 'member')
  const isTrusted = async () => (await readSender(backend.admin, ada.id, '')).isTrusted
  for (let count = 1; count <= 10; count += 1) expect(typeof (await propose(ada))).toBe('string')
  expect(await propose(ada)).toMatchObject({ problem: 'tooMany' })
  const references = (await readOwnProposals(ada.client)).map(({ reference }) => reference)
  for (const reference of references.slice(0, 2)) await decide(reference, 'accept')
  expect(await isTrusted()).toBe(false)
  await decide(references[2] ?? '', 'accept')
  expect(await isTrusted()).toBe(true)
  expect(typeof (await propose(ada))).toBe('string')
  for (const reference of references.slice(3, 6)) await decide(reference, 'decline')
  expect(await isTrusted()).toBe(false)
})

test('an entry is hidden after objections by three confirmed persons, and comes back when they are declined', async () => {
  const ada = await createPerson(backend, 'member')
  await propose(ada)
  const [proposal] = await readOwnProposals(ada.client)
  const slug = (await decide(proposal?.reference ?? '', 'accept')).data?.[0]?.entry_slug ?? ''
  const object = (person: TestPerson) =>
    propose(person, { type: 'objection', target: slug, note: 'Hier arbeitet jemand.' })
  const status = async () =>
    (await backend.sql<{ status: string }>('select status from public.spaces where slug = $1', [slug]))[0]
      ?.status
  const people = await Promise.all([1, 2, 3].map(() => createPerson(backend, 'member')))
  const [first, second, third] = people as [TestPerson, TestPerson, TestPerson]
  await object(first)
  await object(first)
  await object(first)
  expect(await status()).toBe('published')
  await object(second)
  // A stranger with an unconfirmed address counts for nobody.
  await backend.admin.rpc('proposal_submit', {
    payload: JSON.stringify({
      ...{ reference: 'KZ-0000-0001', token_hash: 'a'.repeat(64), type: 'objection', kind: 'space' },
      ...{ target: slug, payload: {}, locale: 'de', contact_email: 'tom@example.org' },
    }),
  })
  expect(await status()).toBe('published')
  await object(third)
  expect(await status()).toBe('hidden')
  expect((await backend.anon.from('entries').select('id').eq('slug', slug)).data).toEqual([])
  const [own] = await readOwnProposals(third.client)
  await decide(own?.reference ?? '', 'decline')
  expect(await status()).toBe('published')
})
