/** Sign-in mails come in the language of the page on which they were asked for. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { requestCode } from '#lib/server/account/sign-in-by-code.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'

let backend: TestBackend
beforeAll(async () => {
  backend = await startTestBackend()
})
afterAll(() => backend.stop())

const ask = (email: string, locale: Locale) =>
  requestCode(email, {
    session: backend.anon,
    admin: backend.admin,
    secretKey: backend.keys.secretKey,
    address: '10.0.0.1',
    locale,
    publicUrl: 'https://karte.example.org',
  })
const readLast = async (email: string) => {
  const [mail] = await backend.sql<{ locale: string; path: string }>(
    `select locale, data ->> 'confirm_path' as path from private.outbox where recipient = $1 order by created_at desc limit 1`,
    [email],
  )
  return `${mail?.locale} ${mail?.path.split('?')[0]}`
}

test('in German and in English, for new people and for known ones', async () => {
  for (const locale of ['en', 'de', 'en'] as const) {
    expect(await ask('ada@example.org', locale)).toMatchObject({ step: 'code' })
    expect(await readLast('ada@example.org')).toBe(`${locale} /${locale}/sign-in/confirm`)
  }
})

test('also when many ask at the same time', async () => {
  const people = Array.from(
    { length: 8 },
    (_, nth) => [`p${nth}@example.org`, nth % 2 ? 'en' : 'de'] as const,
  )
  await Promise.all(people.map(([email, locale]) => ask(email, locale)))
  for (const [email, locale] of people)
    expect(await readLast(email)).toMatch(new RegExp(`^${locale} /${locale}/`))
})
