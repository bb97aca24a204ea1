/** Messages of interest on both databases: neither side sees the other's address unless the sender wants it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readInterestLink, toInterestLink } from '#lib/server/messages/interest-link.ts'
import {
  confirmInterest,
  type InterestContext,
  readInterest,
  takeInterest,
  takeReply,
} from '#lib/server/messages/send-interest.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'

const SEEKER = 'canary-seeker@example.org'
const OFFERER = 'canary-offerer@example.org'
let backend: TestBackend
let context: InterestContext
beforeAll(async () => {
  backend = await startTestBackend()
  await backend.script(`
    insert into public.sources (key, title, license) values ('test', 'Test', 'CC0');
    insert into public.spaces (slug, name, status, state, source_key) values
      ('laden', 'Ladenlokal', 'published', 'offered', 'test'), ('halle', 'Halle', 'published', 'verified', 'test'),
      ('weg', 'Vermietet', 'published', 'let', 'test'), ('neu', 'Kandidat', 'candidate', 'reported', 'test');
    insert into private.offerers (space_id, email) select id, '${OFFERER}' from public.spaces where slug = 'laden';`)
})
afterAll(() => backend.stop())
beforeEach(async () => {
  await backend.script(
    'delete from private.outbox; delete from private.interests; delete from private.rate_hits;',
  )
  context = { client: backend.admin, secretKey: backend.keys.secretKey, address: '192.0.2.1' }
})

type Mail = { recipient: string; template: string; data: Record<string, string> }
const readMails = () =>
  backend.sql<Mail>('select recipient, template, data from private.outbox order by created_at, template')

async function write(change: Record<string, string> = {}) {
  const form = new FormData()
  const fields = {
    slug: 'laden',
    locale: 'de',
    message: 'Ich suche einen Laden.',
    name: 'Ada',
    email: SEEKER,
    rules: 'yes',
    ...change,
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return takeInterest(form, context)
}

/** The link of the last mail. */
async function readLink(path: 'confirm_path' | 'status_path') {
  const mails = await readMails()
  const text = mails.map(({ data }) => data[path]).findLast(Boolean) ?? ''
  const search = new URL(text, 'https://karte.example').searchParams
  return { id: search.get('id'), token: search.get('token') }
}

describe('a message of interest', () => {
  test.each([
    ['laden', 'en'],
    ['halle', 'de'],
  ])('reaches whoever offers %s in their language, %s, the operator in German', async (slug, locale) => {
    await backend.script(`update private.offerers set locale = 'en'`)
    await write({ slug })
    await confirmInterest(await readLink('confirm_path'), slug, context)
    const [mail] = await backend.sql<Mail & { locale: string }>(
      `select locale, data from private.outbox where template = 'interest'`,
    )
    expect(mail?.locale).toBe(locale)
    expect(mail?.data.status_path).toMatch(new RegExp(`^/${locale}/entries/${slug}/interest/reply\\?`))
    await backend.script(`update private.offerers set locale = 'de'`)
  })

  test('waits for its sender, goes on once, and is answered without any address', async () => {
    expect(await write()).toMatchObject({ step: 'confirm', faults: [] })
    expect(await readMails()).toMatchObject([{ recipient: SEEKER, template: 'interest-confirm' }])
    const link = await readLink('confirm_path')
    expect(await readInterest({ ...link, token: 'guessed' }, context)).toBeNull()

    const clicks = await Promise.all([1, 2, 3].map(() => confirmInterest(link, 'laden', context)))
    expect(clicks.filter(Boolean)).toHaveLength(1)
    const sent = (await readMails()).filter(({ template }) => template === 'interest')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.recipient).toBe(OFFERER)
    expect(JSON.stringify(sent[0]?.data)).not.toContain(SEEKER)
    expect(sent[0]?.data).toMatchObject({ message: 'Ich suche einen Laden.', name: 'Ada', reply_to: '' })

    const reply = await readLink('status_path')
    expect(await readInterest(reply, context)).toMatchObject({ space: 'Ladenlokal', name: 'Ada' })
    const form = new FormData()
    form.set('id', reply.id ?? '')
    form.set('token', reply.token ?? '')
    form.set('message', 'Kommen Sie gern vorbei.')
    expect(await takeReply(form, context)).toMatchObject({ step: 'sent' })
    const answer = (await readMails()).find(({ template }) => template === 'interest-reply')
    expect(answer).toMatchObject({ recipient: SEEKER, data: { message: 'Kommen Sie gern vorbei.' } })
    expect(JSON.stringify(answer?.data)).not.toContain(OFFERER)
  })

  test('shows the address of its sender only where the box is ticked', async () => {
    await write({ shares: 'yes' })
    await confirmInterest(await readLink('confirm_path'), 'laden', context)
    const sent = (await readMails()).find(({ template }) => template === 'interest')
    expect(sent?.data).toMatchObject({ sender: SEEKER, reply_to: SEEKER })
  })

  test('about a space whose offerer is not known reaches the operator', async () => {
    await write({ slug: 'halle' })
    await confirmInterest(await readLink('confirm_path'), 'halle', context)
    expect((await readMails()).find(({ template }) => template === 'interest')?.recipient).toBe(
      'karte@example.org',
    )
  })

  test('is refused field by field, and for a space that is not to be had', async () => {
    expect(await write({ message: ' ', email: 'x', rules: '' })).toMatchObject({
      step: 'open',
      faults: [
        { field: 'message', code: 'required' },
        { field: 'email', code: 'no-address' },
        { field: 'rules', code: 'required' },
      ],
      values: { name: 'Ada', email: 'x' },
    })
    for (const [nth, slug] of ['weg', 'neu', 'nie', "' or 1=1 --"].entries())
      expect((await write({ slug, email: `ada${nth}@example.org` })).faults, slug).toEqual([
        { field: 'message', code: 'unknown-entry' },
      ])
    expect(await readMails()).toEqual([])
    expect((await write({ homepage: 'https://spam.example' })).step).toBe('confirm')
    expect(await readMails()).toEqual([])
  })

  test('cannot flood a mailbox, from however many visitors', async () => {
    const outcomes: unknown[] = []
    for (let nth = 0; nth < 4; nth++) {
      context = { ...context, address: `192.0.2.${nth + 10}` }
      outcomes.push((await write()).refusal)
    }
    expect(outcomes).toEqual([null, null, null, 'too-many'])
  })

  test('goes with time: unconfirmed after 7 days, any after 90', async () => {
    await write()
    const link = await readLink('confirm_path')
    await backend.sql(`update private.interests set created_at = now() - interval '25 hours'`)
    expect(await confirmInterest(link, 'laden', context)).toBe(false)
    expect((await backend.admin.rpc('purge_interests')).data).toBe(0)
    await backend.sql(`update private.interests set created_at = now() - interval '8 days'`)
    expect((await backend.admin.rpc('purge_interests')).data).toBe(1)
    expect(await confirmInterest(link, 'laden', context)).toBe(false)
  })
})

test('links are signed for one step and one message', () => {
  const id = randomUUID()
  const link = toInterestLink('confirm', { locale: 'de', slug: 'laden', id }, 'a secret')
  const token = new URL(link, 'https://karte.example').searchParams.get('token')
  expect(readInterestLink('confirm', { id, token }, 'a secret')).toEqual({ id, token })
  expect(readInterestLink('reply', { id, token }, 'a secret')).toBeNull()
  expect(readInterestLink('confirm', { id: randomUUID(), token }, 'a secret')).toBeNull()
  expect(readInterestLink('confirm', { id, token }, 'another')).toBeNull()
  expect(readInterestLink('confirm', { id: ['a'], token: { b: 1 } }, 'a secret')).toBeNull()
})
