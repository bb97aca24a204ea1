/** Each step of signed-in people sent by nobody, after the session's end, by others and without the role: nothing changes, nothing is told. */
import { expect } from '@playwright/test'
import type { GuardedStep } from '#tests/support/guarded-step.ts'
import { GUARDED_STEPS, OPEN_TO_EVERYBODY } from '#tests/support/guarded-steps.ts'
import { createSomebody, formatCookie, giveRole, type Somebody } from '#tests/support/identities.ts'
import { keepRequest, sendAgain } from '#tests/support/kept-request.ts'
import { test } from '#tests/support/page-test.ts'
import { listChangedParts, readRegisterState } from '#tests/support/register-state.ts'
import { sendImport } from '#tests/support/send-import.ts'
import { readSourceActions, readWritingRoutes } from '#tests/support/server-actions.ts'
import { type Identity, listIdentities, openStage } from '#tests/support/stage.ts'

test.use({ map: 'off' })

let admin: Somebody
test.beforeAll(async () => {
  admin = await createSomebody('keeper', 'admin')
})

test('every action is guarded by one of these tests, or open for a reason', () => {
  const named = [...GUARDED_STEPS.map(({ action }) => action), ...Object.keys(OPEN_TO_EVERYBODY)]
  expect(named.sort()).toEqual(readSourceActions().sort())
})

for (const step of GUARDED_STEPS)
  test(`${step.action.split('#')[1]} is for those alone whom it is for`, async ({ browser, baseURL }) => {
    const stage = await openStage(browser, String(baseURL), step.role)
    const { page, person, other, space } = stage
    const kept = await keepRequest(page, step.action, await step.prepare(stage))
    await page.context().close()
    const sendAs = async ({ cookie, role, othersRole }: Identity) => {
      await giveRole(person.id, role)
      await giveRole(other.id, othersRole)
      const before = await readRegisterState(admin.client, space)
      const { status, text } = await sendAgain(kept, cookie)
      const changed = listChangedParts(before, await readRegisterState(admin.client, space))
      return { changed, isTold: step.changes === null && text.includes(space), hasFailed: status >= 500 }
    }
    const harmless = { changed: [], isTold: false, hasFailed: false }
    const identities = Object.entries(await listIdentities(step, stage))
    expect(identities.length).toBeGreaterThanOrEqual(3)
    for (const [name, identity] of identities) expect(await sendAs(identity), name).toEqual(harmless)

    // Sent by whom it is for, the same request does what it says.
    const rightful = await sendAs({
      cookie: formatCookie(person.cookie),
      role: step.role,
      othersRole: 'member',
    })
    if (step.changes === null) expect(rightful).toEqual({ ...harmless, isTold: true })
    else expect(rightful.changed).toContain(step.changes)
    expect(rightful.hasFailed).toBe(false)
  })

test('an account is deleted by its own person alone', async ({ browser, baseURL }) => {
  const stage = await openStage(browser, String(baseURL), 'member')
  const { page, person, other } = stage
  const step = GUARDED_STEPS.find(({ action }) => action.endsWith('#deleteAccount')) as GuardedStep
  const kept = await keepRequest(page, step.action, await step.prepare(stage))
  await sendAgain(kept, formatCookie(other.cookie))
  const { data } = await admin.client.rpc('admin_people').throwOnError()
  const left = data.map(({ user_id }) => user_id)
  expect([left.includes(person.id), left.includes(other.id)]).toEqual([true, false])
  await page.context().close()
})

test('a file to import is taken from moderators alone', async ({ browser, baseURL }) => {
  const ofSessions = readWritingRoutes().filter(({ text }) => /session/i.test(text))
  expect(ofSessions.map(({ path }) => path)).toEqual(['/data/import'])
  const stage = await openStage(browser, String(baseURL), 'moderator')
  const send = async ({ cookie, role }: Identity) => {
    await giveRole(stage.person.id, role)
    const file = { source: 'probe-identities', rows: 'id,kind,name,disciplines,lng,lat\n' }
    const answer = await sendImport(String(baseURL), cookie, file)
    return answer.status
  }
  for (const [name, identity] of Object.entries(await listIdentities({ role: 'moderator' }, stage)))
    expect(await send(identity), name).toBe(403)
  const own = { cookie: formatCookie(stage.person.cookie), othersRole: 'member' } as const
  expect(await send({ ...own, role: 'moderator' })).toBe(303)
  await stage.page.context().close()
})
