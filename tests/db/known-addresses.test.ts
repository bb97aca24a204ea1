/** Whoever types a mail address learns nothing about it: known and unknown ones get the same answer for the same work. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterCode, requestCode, type SignInContext } from '#lib/server/account/sign-in-by-code.ts'
import { answerProposal } from '#lib/server/proposals/answer-proposal.ts'
import { pointAppAt, startTestBackend, type TestBackend } from '#tests/support/backend.ts'

let backend: TestBackend
let visitors = 0
beforeAll(async () => {
  backend = await startTestBackend()
  pointAppAt(backend)
  expect(await requestCode('known@example.org', visit())).toMatchObject({ step: 'code' })
})
afterAll(() => backend.stop())

/** From a network address of its own. */
function visit(): SignInContext {
  visitors += 1
  return {
    session: backend.anon,
    admin: backend.admin,
    secretKey: backend.keys.secretKey,
    address: `10.7.0.${visitors}`,
    locale: 'de',
    publicUrl: 'https://karte.example.org',
  }
}

/** What differs by the address itself is taken away. */
const without = (value: unknown, email: string) => JSON.parse(JSON.stringify(value).replaceAll(email, 'X'))

async function bothWays(ask: (email: string) => Promise<unknown>): Promise<[unknown, unknown]> {
  const [known, unknown] = ['known@example.org', 'new@example.org']
  return [without(await ask(unknown), unknown), without(await ask(known), known)]
}

describe('signing in', () => {
  test('a code is promised to both, and comes to both', async () => {
    const [unknown, known] = await bothWays((email) => requestCode(email, visit()))
    expect(unknown).toEqual({ step: 'code', email: 'X' })
    expect(known).toEqual(unknown)
    const [row] = await backend.sql<{ n: string }>(
      `select count(distinct recipient) as n from private.outbox where recipient in ('known@example.org', 'new@example.org')`,
    )
    expect(Number(row?.n)).toBe(2)
  })

  test('a new account costs no slow hash of a password that nobody has', async () => {
    const rows = await backend.sql<{ hash: string }>(
      `select encrypted_password as hash from auth.users where email like '%@example.org'`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { hash } of rows) expect(hash).toMatch(/^\$2[aby]\$04\$/)
  })

  test('a wrong code is wrong for both, as often as for the other', async () => {
    for (let guess = 0; guess < 11; guess += 1) {
      const [unknown, known] = await Promise.all(
        ['nobody@example.org', 'known@example.org'].map(async (email) =>
          without(await enterCode(email, '000000', visit()), email),
        ),
      )
      expect(known).toEqual(unknown)
      expect(known).toEqual({ step: 'code', email: 'X', fault: guess < 10 ? 'wrong-code' : 'too-many' })
    }
  })
})

test('a proposal says the same about both', async () => {
  const send = async (email: string) => {
    visitors += 1
    const fields = { type: 'new', kind: 'space', use: 'shop', lng: 7, lat: 51, note: 'leer' }
    const answer = await answerProposal(
      new Request('http://karte.test/api/v1/proposals', {
        method: 'POST',
        headers: { 'X-Forwarded-For': `10.6.0.${visitors}` },
        body: JSON.stringify({ ...fields, contact_email: email }),
      }),
    )
    const body = (await answer.json()) as Record<string, unknown>
    return {
      status: answer.status,
      headers: [...answer.headers.keys()],
      keys: Object.keys(body),
      ...body,
      reference: '',
      status_url: '',
    }
  }
  const [unknown, known] = await bothWays(send)
  expect(unknown).toMatchObject({ status: 201, awaits_confirmation: true })
  expect(known).toEqual(unknown)
})
