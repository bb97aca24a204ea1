/** The link of a proposal opens that proposal and no other: its page, its state, and each step of its page with another's token. */
import { expect } from '@playwright/test'
import { createReference, hashToken, toStatusToken } from '#lib/server/proposals/reference.ts'
import { fillPhoto } from '#tests/support/fill-photo.ts'
import { button } from '#tests/support/guarded-step.ts'
import { createSomebody, type Somebody } from '#tests/support/identities.ts'
import { keepRequest, sendAgain } from '#tests/support/kept-request.ts'
import { readAppAccess } from '#tests/support/outbox.ts'
import { test } from '#tests/support/page-test.ts'
import { listChangedParts, readRegisterState } from '#tests/support/register-state.ts'
import { addProposal } from '#tests/support/staff.ts'

test.use({ map: 'off' })

const ACTIONS = 'lib/server/actions/proposals.ts'

let admin: Somebody
test.beforeAll(async () => {
  admin = await createSomebody('links.admin', 'admin')
})

/** A proposal whose link is known, and to which a moderator has asked something back. */
async function addAskedProposal(): Promise<{ reference: string; token: string }> {
  const reference = createReference()
  const token = toStatusToken(reference, readAppAccess().secretKey)
  await addProposal({ reference, token_hash: hashToken(token) })
  const payload = JSON.stringify({ reference, revision: 1, decision: 'ask', answer: 'Ganz leise gefragt' })
  await admin.client.rpc('staff_decide', { payload }).throwOnError()
  return { reference, token }
}

test('its state is told to whoever has its own token', async ({ request }) => {
  const [mine, others] = [await addAskedProposal(), await addAskedProposal()]
  for (const path of ['/de/propose', '/api/v1/proposals']) {
    const ask = (token: string) => request.get(`${path}/${mine.reference}?token=${token}`)
    for (const token of ['', 'guessed', others.token]) {
      const answer = await ask(token)
      expect([answer.status(), (await answer.text()).includes('Ganz leise gefragt')], path).toEqual([
        404,
        false,
      ])
    }
    expect(await (await ask(mine.token)).text(), path).toContain('Ganz leise gefragt')
  }
})

for (const name of ['reply', 'withdraw', 'addPhoto'] as const)
  test(`with the token of another proposal ${name} changes nothing`, async ({ page }) => {
    const [mine, others] = [await addAskedProposal(), await addAskedProposal()]
    await page.goto(`/de/propose/${mine.reference}?token=${mine.token}`)
    const prepare = {
      reply: async () => {
        await page.getByLabel('Ihre Antwort').fill('Von fremder Hand')
        return () => button(page, 'Antwort senden').click()
      },
      withdraw: async () => () => button(page, 'Vorschlag zurückziehen').click(),
      addPhoto: () => fillPhoto(page),
    }
    const kept = await keepRequest(page, `${ACTIONS}#${name}`, await prepare[name]())
    const send = async (token: string) => {
      const before = await readRegisterState(admin.client, 'none')
      const body = Buffer.from(kept.body.toString('latin1').replaceAll(mine.token, token), 'latin1')
      const { status } = await sendAgain({ ...kept, body }, '')
      expect(status).toBeLessThan(500)
      return listChangedParts(before, await readRegisterState(admin.client, 'none'))
    }
    expect(kept.body.toString('latin1')).toContain(mine.token)
    expect(await send(others.token)).toEqual([])
    expect(await send(mine.token)).toContain(name === 'addPhoto' ? 'photos' : 'proposals')
  })
