/** The public interface for proposals, from the request to the stored row. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueChallenge } from '#lib/server/guard/proof-of-work.ts'
import { answerProposal } from '#lib/server/proposals/answer-proposal.ts'
import { hashToken } from '#lib/server/proposals/reference.ts'
import { readProposalStatus } from '#lib/server/queries/proposals.ts'
import { pointAppAt, startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { solve } from '#tests/support/proof.ts'

let backend: TestBackend
beforeAll(async () => {
  backend = await startTestBackend()
  pointAppAt(backend)
})
afterAll(() => backend.stop())

const SHOP = { type: 'new', kind: 'space', use: 'shop', lng: 7.006, lat: 51.066, area_m2: 40, note: 'leer' }

let visitors = 0
/** Each from an address of its own unless one is given. */
function send(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  visitors += 1
  return answerProposal(
    new Request('http://karte.test/api/v1/proposals', {
      method: 'POST',
      headers: { 'X-Forwarded-For': `10.0.${visitors >> 8}.${visitors & 255}`, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )
}
const prove = async () => solve(await issueChallenge(backend.keys.secretKey))
const countRows = async () =>
  Number((await backend.sql<{ n: string }>('select count(*) as n from public.proposals'))[0]?.n)

describe('a proposal', () => {
  test('with a proof is stored under a reference that its link reads', async () => {
    const answer = await send({ ...SHOP, proof: await prove() })
    expect(answer.status).toBe(201)
    const { reference, status_url } = (await answer.json()) as { reference: string; status_url: string }
    expect(reference).toMatch(/^KZ-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const token = new URL(status_url).searchParams.get('token') ?? ''
    const status = await readProposalStatus(backend.admin, reference, hashToken(token))
    expect(status).toMatchObject({ state: 'received', kind: 'space' })
    expect(status?.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(await readProposalStatus(backend.admin, reference, hashToken('guess'))).toBeNull()
  })

  test('from outside the city is taken with a question, in the language of the proposal', async () => {
    const berlin = { ...SHOP, lng: 13.4, lat: 52.5 }
    for (const [locale, words] of [
      ['de', 'Die Stelle liegt außerhalb von Leverkusen. Stimmt sie?'],
      ['en', 'The spot lies outside Leverkusen. Is it right?'],
    ] as const) {
      const answer = await send({ ...berlin, locale, proof: await prove() })
      expect(answer.status).toBe(201)
      expect(((await answer.json()) as { question: string }).question).toContain(words)
    }
    expect(await (await send({ ...SHOP, proof: await prove() })).json()).not.toHaveProperty('question')
  })

  test('without a proof is refused, or waits for its mail address to be confirmed', async () => {
    expect((await send(SHOP)).status).toBe(428)
    const answer = await send({ ...SHOP, contact_email: 'ada@example.org' })
    expect(answer.status).toBe(201)
    const { awaits_confirmation: awaits, reference } = (await answer.json()) as {
      awaits_confirmation: boolean
      reference: string
    }
    expect(awaits).toBe(true)
    const [mail] = await backend.sql<{ data: { confirm_path: string } }>(
      `select data from private.outbox where data ->> 'reference' = '${reference}'`,
    )
    const token = new URL(mail?.data.confirm_path ?? '', 'http://karte.test').searchParams.get('token') ?? ''
    const confirm = () => backend.admin.rpc('proposal_confirm', { token: hashToken(token) })
    expect((await confirm()).data).toBe(reference)
    expect((await confirm()).data).toBeNull()
  })

  test('a proof counts once, of two uses at the same time too', async () => {
    const proof = await prove()
    const statuses = (await Promise.all([1, 2, 3, 4].map(() => send({ ...SHOP, proof })))).map(
      (it) => it.status,
    )
    expect(statuses.toSorted()).toEqual([201, 428, 428, 428])
    for (const forged of ['', 'x', btoa('{}'), proof.replace(/.{8}$/, 'AAAAAAAA')])
      expect((await send({ ...SHOP, proof: forged || 'none' })).status).toBe(428)
  })

  test('sent again under its key it is stored once; another body under the same key is a conflict', async () => {
    const body = { ...SHOP, proof: await prove() }
    const headers = { 'Idempotency-Key': 'phone-1', 'X-Forwarded-For': '10.9.9.9' }
    const before = await countRows()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(body, headers)))
    const stored = answers.filter(({ status }) => status === 201)
    expect(stored.length).toBeGreaterThan(0)
    expect(await countRows()).toBe(before + 1)
    const again = await Promise.all([send(body, headers), send(body, headers)])
    const references = await Promise.all([...stored, ...again].map((answer) => answer.json()))
    expect(new Set(references.map((it) => (it as { status_url: string }).status_url)).size).toBe(1)
    expect((await send({ ...body, note: 'anders' }, headers)).status).toBe(409)
    // Whoever opens the page again after a lost answer has another proof for the same proposal.
    expect((await send({ ...body, proof: await prove() }, headers)).status).toBe(201)
    expect(await countRows()).toBe(before + 1)
  })

  test('the fourth within an hour from one address is told when to come again', async () => {
    const headers = { 'X-Forwarded-For': '10.8.8.8' }
    for (let index = 0; index < 3; index++)
      expect((await send({ ...SHOP, proof: await prove() }, headers)).status).toBe(201)
    const late = await send({ ...SHOP, proof: await prove() }, headers)
    expect(late.status).toBe(429)
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(3000)
  })

  test('asked for twice at the same time under one key it costs one try', async () => {
    const from = { 'X-Forwarded-For': '10.8.8.9' }
    const body = { ...SHOP, proof: await prove() }
    const headers = { ...from, 'Idempotency-Key': 'phone-2' }
    const twice = await Promise.all([1, 2, 3, 4, 5].map(() => send(body, headers)))
    expect(twice.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    for (const expected of [201, 201, 429])
      expect((await send({ ...SHOP, proof: await prove() }, from)).status).toBe(expected)
  })

  test('that is refused costs a try, so that nobody guesses without end', async () => {
    const from = { 'X-Forwarded-For': '10.8.8.10' }
    const nowhere = { type: 'closing', kind: 'space', target: 'gibt-es-nicht' }
    const statuses: number[] = []
    for (const body of [nowhere, nowhere, SHOP, SHOP]) {
      const proof = body === nowhere ? await prove() : 'none'
      statuses.push((await send({ ...body, proof }, from)).status)
    }
    expect(statuses).toEqual([400, 400, 428, 429])
  })

  test('by its address alone gets that place, in the column and in the payload', async () => {
    await backend.sql(
      `insert into public.sources (key, title, license) values ('streets', 'Straßen', 'CC0-1.0')`,
    )
    await backend.sql(`insert into public.addresses (source_key, ref, street, house_number, location)
      values ('streets', '1', 'Testweg', '7', 'point(7.01 51.07)')`)
    const { lng: _, lat: __, ...nowhere } = SHOP
    for (const [address, expected] of [
      ['Testweg 7', { lng: 7.01, lat: 51.07 }],
      ['Testweg 8', { lng: null, lat: null }],
    ] as const) {
      const answer = await send({ ...nowhere, address, proof: await prove() })
      const { reference } = (await answer.json()) as { reference: string }
      const [row] = await backend.sql<{ lng: number | null; lat: number | null; payload: object }>(
        `select extensions.st_x(location::extensions.geometry) as lng, extensions.st_y(location::extensions.geometry) as lat, payload
         from public.proposals where reference = $1`,
        [reference],
      )
      expect(row).toMatchObject(expected)
      expect(row?.payload).toMatchObject(expected.lng === null ? { address } : { address, ...expected })
    }
  })

  test('about an entry that does not exist is refused by its field', async () => {
    const answer = await send({
      type: 'objection',
      kind: 'space',
      target: 'gibt-es-nicht',
      note: 'nicht leer',
      proof: await prove(),
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'target', code: 'unknown-entry' }] })
  })
})

describe('bad input', () => {
  test.each([
    [{ ...SHOP, lng: 2.35, lat: 48.85 }, 'lng', 'outside-country'],
    [{ ...SHOP, lng: undefined, lat: undefined }, 'address', 'no-place'],
    [{ ...SHOP, use: 'castle' }, 'use', 'unknown-choice'],
    [{ ...SHOP, area_m2: 'viel' }, 'area_m2', 'no-number'],
    [{ ...SHOP, vacant_since: '2026-02-31' }, 'vacant_since', 'no-day'],
    [{ ...SHOP, contact_email: 'a@b.de\r\nBcc: x@y.de' }, 'contact_email', 'no-address'],
    [{ ...SHOP, note: 'x'.repeat(2001) }, 'note', 'too-long'],
    [{ ...SHOP, status: 'published' }, 'status', 'unknown-field'],
    [{ ...SHOP, fax: '+49 214 1' }, 'fax', 'leave-empty'],
    [{ ...SHOP, website: 'javascript:alert(1)' }, 'website', 'no-website'],
    [{ ...SHOP, is_offerer: 'yes' }, 'contact_email', 'required'],
    [{ type: 'new', kind: 'business', name: 'A', lng: 7, lat: 51 }, 'disciplines', 'required'],
  ])('%#: names the field and the cure', async (body, field, code) => {
    const answer = await send(body)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const { errors } = (await answer.json()) as { errors: { field: string; code: string; detail: string }[] }
    expect(errors).toEqual([
      expect.objectContaining({ field, code, detail: expect.stringMatching(/\S.+\./) }),
    ])
  })

  test('is answered in the reader`s language', async () => {
    const answer = await send({ ...SHOP, use: 'castle', locale: 'en' })
    expect(((await answer.json()) as { title: string }).title).toBe('Some details need your attention')
  })

  test('bodies that are too large, no JSON or no object are refused', async () => {
    expect((await send('x'.repeat(300_000))).status).toBe(413)
    for (const body of ['', '{', '[]', 'null', '"x"', '\u0000']) expect((await send(body)).status).toBe(400)
  })

  test('whatever comes, it is refused and never fails', async () => {
    const before = await countRows()
    const keys = [
      ...Object.keys(SHOP),
      'target',
      '__proto__',
      'constructor',
      'locale',
      'proof',
      'contact_email',
    ]
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), async (body) => {
        const { status } = await send(JSON.stringify(body))
        expect([400, 428]).toContain(status)
      }),
      { seed: 7, numRuns: 300 },
    )
    expect(await countRows()).toBe(before)
  })
})
