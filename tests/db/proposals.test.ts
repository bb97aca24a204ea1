/** Proposals from sending to the decision, on both databases. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { createPerson, type TestPerson } from '#tests/support/people.ts'

let backend: TestBackend
let moderator: TestPerson
let member: TestPerson
beforeAll(async () => {
  backend = await startTestBackend()
  moderator = await createPerson(backend, 'moderator')
  member = await createPerson(backend, 'member')
})
afterAll(() => backend.stop())

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const toHash = (text: string) => createHash('sha256').update(text).digest('hex')
const toReference = () => {
  const signs = [...randomBytes(8)].map((byte) => SIGNS[byte % 32]).join('')
  return `KZ-${signs.slice(0, 4)}-${signs.slice(4)}`
}

async function submit(change: Record<string, unknown> = {}) {
  const token = randomUUID()
  const proposal = {
    reference: toReference(),
    token_hash: toHash(token),
    type: 'new',
    kind: 'space',
    payload: { use: 'shop', area_square_meters: 40, lng: 7.006, lat: 51.066 },
    note: 'Schaufenster ist leer',
    lng: 7.006,
    lat: 51.066,
    locale: 'de',
    contact_name: 'Ada Beispiel',
    contact_email: 'ada@example.org',
    ...change,
  }
  const { data, error } = await backend.admin.rpc('proposal_submit', { payload: JSON.stringify(proposal) })
  return { error, outcome: data?.[0]?.outcome, reference: data?.[0]?.reference ?? proposal.reference, token }
}

async function decide(person: TestPerson, decision: Record<string, unknown>) {
  return person.client.rpc('staff_decide', { payload: JSON.stringify(decision) })
}

describe('a proposed space', () => {
  test('is stored once, beside the register, and read only under its token', async () => {
    const key = randomUUID()
    const first = await submit({ idempotency_key: key, body_hash: 'a' })
    expect(first).toMatchObject({ error: null, outcome: 'stored' })
    expect(await submit({ idempotency_key: key, body_hash: 'a' })).toMatchObject({
      outcome: 'repeated',
      reference: first.reference,
    })
    expect(await submit({ idempotency_key: key, body_hash: 'b' })).toMatchObject({ outcome: 'conflict' })
    const read = (token: string) =>
      backend.admin.rpc('proposal_read', { wanted: first.reference, token: toHash(token) })
    expect((await read(first.token)).data?.[0]).toMatchObject({ state: 'received', type: 'new' })
    expect((await read('guessed')).data).toEqual([])
    expect((await backend.anon.from('entries').select('id')).data).toEqual([])
  })

  test('becomes an entry by a moderator`s decision, with history, audit and mail', async () => {
    const { reference } = await submit()
    const { data, error } = await decide(moderator, {
      reference,
      revision: 1,
      decision: 'accept',
      answer: 'Danke.',
      fields: { name: 'Ladenlokal Beispielgasse', address: 'Beispielgasse 1' },
    })
    expect(error).toBeNull()
    expect(data?.[0]).toMatchObject({ outcome: 'decided', state: 'accepted' })
    const slug = data?.[0]?.entry_slug ?? ''
    const entry = await backend.anon
      .from('entries')
      .select('name, kind, use, area_square_meters')
      .eq('slug', slug)
    expect(entry.data?.[0]).toMatchObject({ name: 'Ladenlokal Beispielgasse', kind: 'space', use: 'shop' })
    const history = await moderator.client.rpc('staff_history', { entry_kind: 'space', wanted: slug })
    expect(history.data?.length).toBeGreaterThan(0)
    const log = await backend.sql<{ action: string; changes: unknown }>(
      'select action, changes from private.audit_log order by id',
    )
    expect(log.map(({ action }) => action)).toContain('proposal.accept')
    expect(JSON.stringify(log)).not.toContain('Beispielgasse')
    const mails = await backend.sql<{ template: string }>(
      `select template from private.outbox where data ->> 'reference' = '${reference}' order by created_at`,
    )
    expect(mails.map(({ template }) => template)).toEqual(['proposal-received', 'proposal-answered'])
  })

  test('of many decisions at once one counts, the others are told by whom', async () => {
    const { reference } = await submit()
    const others = await Promise.all([1, 2, 3].map(() => createPerson(backend, 'moderator')))
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        decide(others[index % 3] ?? moderator, {
          reference,
          revision: 1,
          decision: index % 2 === 0 ? 'accept' : 'decline',
          answer: String(index),
        }),
      ),
    )
    const outcomes = answers.map(({ data }) => data?.[0])
    expect(outcomes.filter((answer) => answer?.outcome === 'decided')).toHaveLength(1)
    const told = outcomes.filter((answer) => answer?.outcome === 'conflict')
    expect(told).toHaveLength(49)
    for (const answer of told) expect(answer?.decided_by).toMatch(/^moderator-/)
  })

  test('is decided by nobody else', async () => {
    const { reference } = await submit()
    const planner = await createPerson(backend, 'planner')
    for (const person of [member, planner]) {
      expect((await decide(person, { reference, revision: 1, decision: 'accept' })).error?.code).toBe('42501')
      expect((await person.client.rpc('staff_contact', { wanted: reference })).error?.code).toBe('42501')
    }
  })
})
