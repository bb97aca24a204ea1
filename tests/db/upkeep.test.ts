/** Merged addresses, offerers, and the question whether a space is still free, on both databases. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askOfferers } from '#lib/server/jobs/ask-offerers.ts'
import { hashToken } from '#lib/server/proposals/reference.ts'
import { answerConfirmation, readConfirmation } from '#lib/server/queries/confirmations.ts'
import { readSuccessor } from '#lib/server/queries/departures.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { createPerson, type TestPerson } from '#tests/support/people.ts'

const OFFERER = 'canary-offerer@example.org'
let backend: TestBackend
let moderator: TestPerson
beforeAll(async () => {
  backend = await startTestBackend()
  moderator = await createPerson(backend, 'moderator')
  await backend.sql(`insert into public.sources (key, title, license) values ('test', 'Test', 'CC0')`)
})
afterAll(() => backend.stop())
beforeEach(() =>
  backend.script(`
    delete from private.merged_slugs; delete from private.outbox; delete from public.spaces;
    insert into public.spaces (slug, name, status, state, source_key, confirmed_on)
    select slug, 'Raum ' || slug, 'published', 'offered', 'test', current_date - 200 from unnest(array['a', 'b', 'c']) slug;
    insert into private.offerers (space_id, email, locale) select id, '${OFFERER}', 'en' from public.spaces where slug = 'a';`),
)

const merge = (keep: string, remove: string) =>
  moderator.client.rpc('staff_merge', { payload: JSON.stringify({ kind: 'space', keep, remove }) })
const setStatus = (slug: string, status: string) =>
  backend.sql('update public.spaces set status = $2 where slug = $1', [slug, status])

describe('the address of a merged entry', () => {
  test('leads to the entry it went into, over several steps', async () => {
    await merge('b', 'a')
    expect(await readSuccessor(backend.anon, 'a')).toBe('b')
    await merge('c', 'b')
    expect(await readSuccessor(backend.anon, 'a')).toBe('c')
    for (const slug of ['c', 'x']) expect(await readSuccessor(backend.anon, slug)).toBeNull()
  })

  test('leads nowhere when that entry has gone, when the merged one came back, and in circles', async () => {
    await merge('b', 'a')
    await setStatus('b', 'hidden')
    expect(await readSuccessor(backend.anon, 'a')).toBeNull()
    await setStatus('b', 'published')
    await setStatus('a', 'published')
    expect(await readSuccessor(backend.anon, 'a')).toBeNull()
    await merge('a', 'b')
    await setStatus('a', 'withdrawn')
    expect(await readSuccessor(backend.anon, 'a')).toBeNull()
  })
})

test('an offerer goes along with a merged space, unless the kept one has its own', async () => {
  await backend.script(`
    insert into private.interests (id, space_id, email, message, locale)
    select gen_random_uuid(), id, 'asks@example.org', 'Ist er frei?', 'de' from public.spaces where slug = 'a'`)
  const spaceOf = (table: string) =>
    backend.sql<{ slug: string; email: string }>(
      `select s.slug, o.email from private.${table} o join public.spaces s on s.id = o.space_id order by s.slug`,
    )
  await merge('b', 'a')
  expect(await spaceOf('offerers')).toEqual([{ slug: 'b', email: OFFERER }])
  expect(await spaceOf('interests')).toEqual([{ slug: 'b', email: 'asks@example.org' }])
  await backend.script(`
    insert into private.offerers (space_id, email) select id, 'own@example.org' from public.spaces where slug = 'c'`)
  await merge('c', 'b')
  expect((await spaceOf('offerers')).find(({ slug }) => slug === 'c')?.email).toBe('own@example.org')
})

describe('an offerer', () => {
  /** The token of the one mail that waits. */
  async function ask(): Promise<string> {
    expect(await askOfferers(backend.admin, 6)).toBe(1)
    const mails = await backend.sql<{ recipient: string; locale: string; template: string; path: string }>(
      `select recipient, locale, template, data ->> 'confirm_path' as path from private.outbox`,
    )
    expect(mails).toMatchObject([{ recipient: OFFERER, locale: 'en', template: 'space-confirm' }])
    const address = new URL(mails[0]?.path ?? '', 'https://karte.example')
    expect(address.pathname).toBe('/en/confirm')
    return hashToken(address.searchParams.get('token') ?? '')
  }
  const readSpace = async () =>
    (
      await backend.sql(
        `select s.state, s.confirmed_by, s.confirmed_on = current_date as today,
          (select string_agg(h.state, ' ' order by h.id) from public.space_states h where h.space_id = s.id) as steps
         from public.spaces s where s.slug = 'a'`,
      )
    )[0]

  test('is asked once, also by several servers, and not about what was confirmed lately', async () => {
    expect(await askOfferers(backend.admin, 7)).toBe(0)
    const counts = await Promise.all([1, 2, 3].map(() => askOfferers(backend.admin, 6)))
    expect(counts.reduce((sum, count) => sum + count)).toBe(1)
    expect(await askOfferers(backend.admin, 6)).toBe(0)
    await backend.sql(`update private.offerers set asked_at = now() - interval '4 months'`)
    expect(await askOfferers(backend.admin, 6)).toBe(1)
  })

  test('says that it is still free: once, and opening the page changes nothing', async () => {
    const token = await ask()
    for (let opened = 0; opened < 3; opened += 1)
      expect(await readConfirmation(backend.admin, token)).toMatchObject({ slug: 'a', space: 'Raum a' })
    expect(await readSpace()).toMatchObject({ today: false })
    expect(await answerConfirmation(backend.admin, token, true)).toBe('a')
    expect(await readSpace()).toEqual({
      state: 'offered',
      confirmed_by: 'owner',
      today: true,
      steps: 'offered',
    })
    expect(await readConfirmation(backend.admin, token)).toBeNull()
    expect(await answerConfirmation(backend.admin, token, false)).toBeNull()
    expect(await readSpace()).toMatchObject({ state: 'offered' })
  })

  test('says that it is let, and its history and the record say so', async () => {
    const token = await ask()
    const answers = await Promise.all([1, 2, 3].map(() => answerConfirmation(backend.admin, token, false)))
    expect(answers.filter((slug) => slug === 'a')).toHaveLength(1)
    expect(await readSpace()).toEqual({
      state: 'let',
      confirmed_by: 'owner',
      today: true,
      steps: 'offered let',
    })
    const log = await backend.sql(
      `select changes from private.audit_log where action = 'entry.confirm' order by id desc limit 1`,
    )
    expect(log).toEqual([{ changes: { vacant: false } }])
    expect(await askOfferers(backend.admin, 1)).toBe(0)
  })

  test('is nobody whom a wrong or an old link names', async () => {
    const token = await ask()
    await backend.sql(`update private.tokens set expires_at = now() - interval '1 second'`)
    for (const link of [token, hashToken('guessed'), ''])
      expect(await answerConfirmation(backend.admin, link, false)).toBeNull()
    expect(await readSpace()).toMatchObject({ state: 'offered' })
  })

  test('comes from a proposal that is accepted, or from the staff, and is forgotten after the end', async () => {
    const reference = 'KZ-0FFE-RER0'
    const payload = { use: 'shop', is_offerer: true, state: 'offered' }
    await backend.admin.rpc('proposal_submit', {
      payload: JSON.stringify({
        ...{ reference, token_hash: hashToken('x'), type: 'new', kind: 'space', payload, locale: 'de' },
        ...{ contact_name: 'Ada', contact_email: 'ada@example.org' },
      }),
    })
    const { data } = await moderator.client.rpc('staff_decide', {
      payload: JSON.stringify({ reference, revision: 1, decision: 'accept', fields: { name: 'Angebot' } }),
    })
    const slug = data?.[0]?.entry_slug ?? ''
    const read = async (person = moderator) =>
      (await person.client.rpc('staff_offerer', { wanted: slug })).data?.[0]
    expect(await read()).toMatchObject({ name: 'Ada', email: 'ada@example.org', locale: 'de' })
    expect((await backend.anon.from('entries').select('state').eq('slug', slug).single()).data?.state).toBe(
      'offered',
    )
    const set = (person: TestPerson, email: string | null) =>
      person.client.rpc('staff_set_offerer', {
        payload: JSON.stringify({ slug, name: null, email, locale: 'en' }),
      })
    const member = await createPerson(backend, 'member')
    expect((await set(member, 'x@example.org')).error?.code).toBe('42501')
    expect(await read(member)).toBeUndefined()
    await set(moderator, 'tom@example.org')
    expect(await read()).toMatchObject({ email: 'tom@example.org', locale: 'en' })
    expect((await backend.admin.rpc('purge_offerers')).data).toBe(0)
    await set(moderator, null)
    expect(await read()).toBeUndefined()
  })
})
