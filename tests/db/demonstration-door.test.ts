/** The doors that let a visitor try every role end with the demonstration: their accounts and sessions too, and nobody else's. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROLES } from '#lib/core/domain/role.ts'
import { enterDemonstration } from '#lib/server/account/demonstration-door.ts'
import { readCity } from '#lib/server/city.ts'
import { seedDemonstration } from '#lib/server/demo/seed.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { createPerson } from '#tests/support/people.ts'
import { openSessionClient } from '#tests/support/session-client.ts'

let backend: TestBackend
beforeAll(async () => {
  backend = await startTestBackend()
  await seedDemonstration(backend.sql, readCity())
})
afterAll(() => backend.stop())

const openSession = (accessToken?: string) =>
  openSessionClient(backend.url, backend.keys.publishableKey, accessToken)
const toContext = (session: ReturnType<typeof openSession>) => ({
  session,
  admin: backend.admin,
  secretKey: backend.keys.secretKey,
  address: '127.0.0.1',
  locale: 'de' as const,
  publicUrl: 'http://localhost:3000',
})
const count = async (table: string) =>
  Number((await backend.sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n)

test('every role by one click while the data are invented, and none afterwards', async () => {
  const person = await createPerson(backend, 'moderator')
  const sessions = ROLES.map((role) => ({ role, session: openSession() }))
  for (const { role, session } of sessions) {
    expect(await enterDemonstration(role, toContext(session))).toBe(true)
    const { data } = await session.from('profiles').select('role').throwOnError()
    expect(data?.map((profile) => profile.role)).toContain(role)
  }
  const tokens = await Promise.all(
    sessions.map(async ({ session }) => (await session.auth.getSession()).data.session?.access_token),
  )
  expect(await count('auth.users')).toBe(ROLES.length + 1)
  expect(await count('auth.sessions')).toBeGreaterThanOrEqual(ROLES.length)

  await backend.admin.rpc('end_demonstration').throwOnError()
  expect(await backend.sql('select email from auth.users')).toEqual([{ email: person.email }])
  expect(await count('auth.sessions')).toBe(0)
  expect(await count('auth.refresh_tokens')).toBe(0)
  // What a browser still holds opens nothing, cannot be renewed, and cannot be had again.
  for (const token of tokens) {
    const kept = openSession(token)
    expect((await kept.rpc('staff_counts')).error?.code).toBe('42501')
    expect((await kept.from('profiles').select('role').throwOnError()).data).toEqual([])
  }
  for (const { role, session } of sessions) {
    expect((await session.auth.refreshSession()).data.session).toBeNull()
    expect(await enterDemonstration(role, toContext(openSession()))).toBe(false)
  }
  expect((await person.client.rpc('staff_counts')).error).toBeNull()
})
