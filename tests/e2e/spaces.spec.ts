/** A space from its card to a message that reaches whoever offers it. */
import { expect, type Page } from '@playwright/test'
import { findBarriers } from '#tests/support/accessibility.ts'
import { ExplorerDriver } from '#tests/support/explorer.ts'
import { openAppDatabase, takeMails } from '#tests/support/outbox.ts'
import { test } from '#tests/support/page-test.ts'

test.use({ map: 'off' })

/** Who looks after spaces that nobody offers. */
const OPERATOR = 'karte@example.org'

/** A space of the demonstration with its facts, as the database tells them. */
async function findSpace(wish: { state?: string } = {}) {
  const client = openAppDatabase()
  const { data, error } = await client
    .from('spaces')
    .select('slug, name, state, floor')
    .match({ status: 'published', ...wish })
    .not('floor', 'is', null)
    .not('step_free', 'is', null)
    .not('area_square_meters', 'is', null)
    .order('slug')
    .limit(1)
  if (error || !data[0]) throw new Error(error?.message ?? 'There is no such space.')
  return data[0]
}

test('the card of a space says what is known, its life and the rules, and nothing that is not known', async ({
  page,
}) => {
  const space = await findSpace({ state: 'offered' })
  await page.goto(`/de/entries/${space.slug}`)
  await new ExplorerDriver(page).isAtRest()
  const card = page.getByRole('article')
  await expect(card.getByRole('term')).toContainText(['Stand', 'Fläche', 'Etage'])
  await expect(
    card
      .getByRole('definition')
      .filter({ hasText: space.floor ?? '' })
      .first(),
  ).toBeVisible()
  await expect(card).toContainText('stufenloser Zugang')
  await expect(card).not.toContainText('Internet')
  await expect(card.getByRole('heading', { name: 'Verlauf' })).toBeVisible()
  await expect(card.getByRole('listitem').filter({ hasText: /^angeboten · / })).toBeVisible()
  await card.getByText('Regeln der Zwischennutzung').click()
  await expect(card.getByRole('checkbox')).toHaveCount(5)
  expect(await findBarriers(page)).toEqual([])
})

test('on paper the rules stand open beside the facts', async ({ page }) => {
  const space = await findSpace()
  await page.goto(`/en/entries/${space.slug}`)
  await new ExplorerDriver(page).isAtRest()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('The space is left as it was.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'I am interested' })).toBeHidden()
})

test('a business has neither rules nor a way to the offerer', async ({ page }) => {
  await page.goto('/de/entries/demo-1')
  await new ExplorerDriver(page).isAtRest()
  await expect(page.getByRole('article')).not.toContainText('Zwischennutzung')
  expect((await page.goto('/de/entries/demo-1/interest'))?.status()).toBe(404)
})

test('a message reaches the offerer and its answer the seeker, by keyboard, and no address shows', async ({
  page,
}) => {
  const client = openAppDatabase()
  const space = await findSpace()
  const seeker = `seeker-${Date.now()}@example.org`
  const message = `Ich suche ein Atelier, Anfrage ${Date.now()}.`
  await page.goto(`/de/entries/${space.slug}`)
  await page.getByRole('link', { name: 'Ich habe Interesse' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ich habe Interesse')
  const send = page.getByRole('button', { name: 'Nachricht senden' })
  await send.press('Enter')
  await expect(page.getByRole('main').getByRole('alert')).toBeFocused()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Bitte prüfen Sie 3 Angaben')
  expect(await findBarriers(page)).toEqual([])
  await page.getByLabel('Ihre Nachricht').fill(message)
  await page.getByLabel('Ihre E-Mail-Adresse').fill(seeker)
  await page.getByLabel(/Ich kenne die Regeln/).press('Space')
  await send.press('Enter')
  await expect(page.getByRole('main').getByRole('status')).toContainText('Postfach')

  const [asked] = await takeMails(client, { template: 'interest-confirm', recipient: seeker })
  await page.goto(asked?.data.confirm_path ?? '')
  const takeForwarded = async () => {
    const mails = await takeMails(client, { template: 'interest', recipient: OPERATOR })
    return mails.filter(({ data }) => data.message === message)
  }
  expect(await takeForwarded()).toEqual([])
  await page.getByRole('button', { name: 'Ja, Nachricht absenden' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ihre Nachricht ist unterwegs')
  const [sent] = await takeForwarded()
  expect(sent?.recipient).toBe(OPERATOR)
  expect(JSON.stringify(sent?.data)).not.toContain(seeker)

  const answer = await page.goto(sent?.data.status_path ?? '')
  expect(await answer?.text()).not.toContain(seeker)
  await page.getByLabel('Ihre Antwort').fill('Kommen Sie gern vorbei.')
  await page.getByRole('button', { name: 'Nachricht senden' }).press('Enter')
  await expect(page.getByRole('main').getByRole('status')).toContainText('unterwegs')
  const [reply] = await takeMails(client, { template: 'interest-reply', recipient: seeker })
  expect(reply).toMatchObject({
    recipient: seeker,
    data: { message: 'Kommen Sie gern vorbei.' },
  })
  expect((await page.goto((sent?.data.status_path ?? '').replace('token=', 'token=x')))?.status()).toBe(404)
})

test('without script and on a small phone the form works too', async ({ browser, baseURL }) => {
  const client = openAppDatabase()
  const space = await findSpace()
  const seeker = `other-${Date.now()}@example.org`
  const viewport = { width: 320, height: 640 }
  const context = await browser.newContext({ javaScriptEnabled: false, viewport, colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto(`${baseURL}/en/entries/${space.slug}/interest`)
  await page.getByLabel('Your message').fill('A studio, please.')
  await page.getByRole('button', { name: 'Send message' }).click()
  await expect(page.getByLabel('Your message')).toHaveValue('A studio, please.')
  await page.getByLabel('Your e-mail address', { exact: true }).fill(seeker)
  await page.getByLabel(/I know the rules/).check()
  await page.getByRole('button', { name: 'Send message' }).click()
  await expect(page.getByRole('main').getByRole('status')).toContainText('look in your mailbox')
  const [asked] = await takeMails(client, { template: 'interest-confirm', recipient: seeker })
  await page.goto(`${baseURL}${asked?.data.confirm_path}`)
  await page.getByRole('button', { name: 'Yes, send the message' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your message is on its way')
  await context.close()
})

for (const [locale, width, colorScheme] of [
  ['de', 320, 'light'],
  ['en', 1360, 'dark'],
] as const)
  test(`the form stands in nobody's way (${locale}, ${width} px, ${colorScheme})`, async ({ page }) => {
    await page.setViewportSize({ width, height: 860 })
    await page.emulateMedia({ colorScheme })
    await page.goto(`/${locale}/entries/${(await findSpace()).slug}/interest`)
    expect(await findBarriers(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
