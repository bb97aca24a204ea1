import { createServerClient } from '@supabase/ssr'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { enterCode, requestCode } from '#lib/server/account/sign-in-by-code.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import type { Database } from '#lib/server/supabase/database.types.ts'
import { startUpstream, type Upstream } from '#tests/support/upstream.ts'

let down: Upstream
beforeAll(async () => {
  down = await startUpstream((_request, response) => response.writeHead(503).end('{}'))
})
afterAll(() => down.close())

test('while the database does not answer, signing in says so and keeps the step', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const url = `http://127.0.0.1:${down.port}`
  const context = {
    session: createServerClient<Database>(url, 'p', { cookies: { getAll: () => [] } }),
    admin: createAdminClient({ url, secretKey: 's' }),
    secretKey: 's',
    address: '192.0.2.1',
    locale: 'de',
    publicUrl: 'http://localhost:3000',
  } as const
  const email = 'ada@example.org'
  const fault = 'unavailable'
  expect(await requestCode(email, context)).toEqual({ step: 'address', email, fault })
  expect(await enterCode(email, '123456', context)).toEqual({ step: 'code', email, fault })
  vi.restoreAllMocks()
})
