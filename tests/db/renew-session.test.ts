/** What becomes of a session's cookies once it has run out. That a good one is renewed, tests/e2e/desk.spec.ts asks. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { renewSession } from '#lib/server/supabase/renew-session.ts'
import { pointAppAt, startTestBackend, type TestBackend } from '#tests/support/backend.ts'

const KEY = 'sb-127-auth-token'
const NOW = Math.floor(Date.now() / 1000)

let backend: TestBackend
beforeAll(async () => {
  backend = await startTestBackend()
  pointAppAt(backend)
})
afterAll(() => backend.stop())
afterEach(() => vi.restoreAllMocks())

/** A session's cookie as the browser sends it, ended so many seconds ago. */
function keep(secondsAgo: number, name = KEY): { name: string; value: string } {
  const session = {
    access_token: 'x.y.z',
    refresh_token: 'spent',
    expires_at: NOW - secondsAgo,
    token_type: 'bearer',
    user: { id: 'nobody' },
  }
  return { name, value: `base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}` }
}

test('a spent token takes the session away, and leaves nothing in the log', async () => {
  const said = (['error', 'warn', 'log'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => {}),
  )
  const left = { name: 'sb-127-auth-token-code-verifier', value: 'x' }
  const cookies = await renewSession([keep(10), left])
  expect(cookies).toMatchObject([
    { name: KEY, value: '', options: { maxAge: 0, path: '/', httpOnly: true, sameSite: 'lax' } },
  ])
  const { name, value } = keep(10)
  const halves = [
    { name: `${name}.0`, value: value.slice(0, 80) },
    { name: `${name}.1`, value: value.slice(80) },
  ]
  expect((await renewSession(halves)).map((cookie) => [cookie.name, cookie.value])).toEqual([
    [`${KEY}.0`, ''],
    [`${KEY}.1`, ''],
  ])
  for (const spy of said) expect(spy).not.toHaveBeenCalled()
})

test('what has not run out yet, or is no session of ours, stays', async () => {
  expect(await renewSession([keep(-3600)])).toEqual([])
  expect(await renewSession([keep(-60)])).toEqual([])
  for (const value of ['', 'x', 'base64-', 'base64-!!', `base64-${btoa('null')}`, `base64-${btoa('{}')}`])
    expect(await renewSession([{ name: KEY, value }])).toEqual([])
  expect(await renewSession([])).toEqual([])
  expect(await renewSession([keep(10, 'sb-other-auth-token')])).toEqual([])
})
