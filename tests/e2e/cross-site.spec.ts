/** Requests that another site sends in a visitor's name: every server action and every route that writes, as the source lists them. */
import { expect, type Page } from '@playwright/test'
import { createSomebody } from '#tests/support/identities.ts'
import { test } from '#tests/support/page-test.ts'
import {
  readBuiltActions,
  readSourceActions,
  readWritingRoutes,
  type ServerAction,
} from '#tests/support/server-actions.ts'
import { Staff } from '#tests/support/staff.ts'

test.use({ map: 'off' })

/** Pages of other people, and clients that do not say where they come from; `own` is the app's origin. */
const STRANGERS: Record<string, (own: string) => Record<string, string>> = {
  missing: () => ({}),
  null: () => ({ Origin: 'null' }),
  foreign: () => ({ Origin: 'https://evil.example' }),
  'of another port': (own) => ({ Origin: own.replace(/\d+$/, '1') }),
  'longer than ours': (own) => ({ Origin: `${own}.evil.example` }),
  'no address': () => ({ Origin: 'evil' }),
  'under a forged host': () => ({ Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }),
  'ours, but told to be foreign': (own) => ({ Origin: own, 'Sec-Fetch-Site': 'cross-site' }),
}

/** Addresses that end at a page though they do not look like one. */
const ODD_PATHS = ['/de/entries/a.b', '/database', '/readyzz', '/de/there/is/none.html']

/** As Next's client calls an action; nothing is sent that an action could use. */
async function callAction(page: Page, { id, path }: ServerAction, headers: Record<string, string>) {
  const answer = await page.request.post(path, {
    headers: { 'Next-Action': id, 'Content-Type': 'text/plain;charset=UTF-8', ...headers },
    data: '[]',
    maxRedirects: 0,
  })
  return answer.status()
}

test('no server action answers a page of somebody else', async ({ page, baseURL }) => {
  const actions = readBuiltActions()
  expect(actions.map(({ name }) => name).sort()).toEqual(readSourceActions().sort())
  await new Staff(page).become('admin')
  const accepted: string[] = []
  for (const action of actions)
    for (const [stranger, toHeaders] of Object.entries(STRANGERS)) {
      const status = await callAction(page, action, toHeaders(String(baseURL)))
      if (status !== 403) accepted.push(`${action.name} ${stranger}: ${status}`)
    }
  expect(accepted).toEqual([])
  const list = actions.find(({ name }) => name.endsWith('#listSavedAreas')) as ServerAction
  for (const path of ODD_PATHS) expect(await callAction(page, { ...list, path }, {}), path).toBe(403)
  expect(await callAction(page, list, { Origin: String(baseURL) })).toBe(200)
})

test('no form without script does either, whatever its kind', async ({ page, baseURL }) => {
  const staff = new Staff(page)
  // An account of the test's own, since it signs out.
  const { cookie } = await createSomebody('cross', 'moderator')
  await page.context().addCookies([{ ...cookie, url: String(baseURL), httpOnly: true, sameSite: 'Lax' }])
  const { id } = readBuiltActions().find(({ name }) => name.endsWith('#signOut')) as ServerAction
  const post = async (path: string, headers: Record<string, string>) => {
    const form = { [`$ACTION_ID_${id}`]: '', locale: 'de' }
    const answer = await page.request.post(path, { headers, multipart: form, maxRedirects: 0 })
    return answer.status()
  }
  for (const path of ['/de/account', '/de', ...ODD_PATHS])
    for (const [stranger, toHeaders] of Object.entries(STRANGERS))
      expect(await post(path, toHeaders(String(baseURL))), `${path} ${stranger}`).toBe(403)
  await staff.openQueue() // still signed in
  expect(await post('/de/account', { Origin: String(baseURL) })).toBe(303)
  await page.goto('/de/moderation')
  await expect(page).toHaveURL(/sign-in/)
})

test('routes that write take no session, or refuse other pages too', async ({ page, baseURL }) => {
  const routes = readWritingRoutes()
  const ofSessions = routes.filter(({ text }) => /session/i.test(text))
  expect(routes.length).toBeGreaterThan(ofSessions.length)
  expect(
    routes.filter((route) => !ofSessions.includes(route)).every(({ path }) => path.startsWith('/api/')),
  ).toBe(true)
  await new Staff(page).become('moderator')
  for (const { path } of ofSessions)
    for (const [stranger, toHeaders] of Object.entries(STRANGERS)) {
      const answer = await page.request.post(path, {
        headers: toHeaders(String(baseURL)),
        multipart: { locale: 'de' },
        maxRedirects: 0,
      })
      expect(answer.status(), `${path} ${stranger}`).toBe(403)
    }
  // The public interface knows nobody: with the session of a moderator an answer is that of a stranger.
  const refused = await page.request.post('/api/v1/proposals', {
    headers: { Origin: 'https://evil.example' },
    data: { type: 'new', kind: 'space', use: 'shop', lng: 7, lat: 51, note: 'leer' },
  })
  expect(refused.status()).toBe(428)
})
