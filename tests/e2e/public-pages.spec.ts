/** The pages that a city owes its visitors, in both languages, on a desktop and on a small phone, with and without script. */
import { expect, type Page } from '@playwright/test'
import { readCity } from '#lib/server/city.ts'
import { findBarriers } from '#tests/support/accessibility.ts'
import { pick } from '#tests/support/depth.ts'
import { openAppDatabase, takeMails } from '#tests/support/outbox.ts'
import { test } from '#tests/support/page-test.ts'

test.use({ map: 'off' })

const { operator } = readCity('')
const TITLES = {
  imprint: { de: 'Impressum', en: 'Imprint' },
  privacy: { de: 'Datenschutz', en: 'Privacy' },
  accessibility: { de: 'Erklärung zur Barrierefreiheit', en: 'Accessibility statement' },
  easy: { de: 'Die Karte in Leichter Sprache', en: 'The map in easy read' },
}

/** In each language one of them, and in a deep run both. */
const LOOKS = { de: [1360, 'light'], en: [320, 'dark'] } as const

for (const [path, titles] of Object.entries(TITLES))
  for (const locale of ['de', 'en'] as const)
    test(`/${locale}/${path} is complete and stands in nobody's way`, async ({ page }) => {
      const answer = await page.goto(`/${locale}/${path}`)
      expect(answer?.status()).toBe(200)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles[locale])
      await expect(page).toHaveTitle(`${titles[locale]} · Keimzelle`)
      await expect(page.getByRole('heading', { level: 2 }).nth(1)).toBeVisible()
      await expect(page.locator('main')).not.toContainText(/publicPages|messageForm|\{/)
      for (const [width, colorScheme] of pick([LOOKS[locale]], Object.values(LOOKS))) {
        await page.setViewportSize({ width, height: 860 })
        await page.emulateMedia({ colorScheme })
        expect(await findBarriers(page), `${width} px`).toEqual([])
        expect(await overflow(page)).toBeLessThanOrEqual(0)
      }
    })

test('the imprint names the operator of the configuration and says that it is an example', async ({
  page,
}) => {
  await page.goto('/de/imprint')
  const main = page.getByRole('main')
  for (const text of [
    operator.name,
    operator.street,
    operator.place,
    operator.representative,
    operator.editor,
  ])
    await expect(main).toContainText(text)
  await expect(main.getByRole('note')).toContainText('Beispielangaben')
  await expect(main).not.toContainText('Umsatzsteuer')
})

test('every page leads there: the map, the page about it, and the pages themselves', async ({ page }) => {
  for (const path of ['/de', '/de/about', '/de/imprint']) {
    await page.goto(path)
    const links = page.getByRole('navigation', { name: 'Rechtliches und Hilfe' }).last()
    await expect(links.getByRole('link')).toHaveText([
      'Impressum',
      'Datenschutz',
      'Barrierefreiheit',
      'Leichte Sprache',
    ])
  }
  await page.getByRole('link', { name: 'Datenschutz' }).last().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Datenschutz')
})

test('a barrier is reported: what is missing is said beside the field, then the mail lies in the outbox', async ({
  page,
}) => {
  await page.goto('/de/accessibility')
  const send = page.getByRole('button', { name: 'Nachricht senden' })
  await page.getByLabel(/E-Mail-Adresse/).fill('keine adresse')
  await send.press('Enter')
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toBeFocused()
  await expect(alert).toContainText('Bitte prüfen Sie 2 Angaben')
  await send.press('Enter')
  await expect(alert).toBeFocused()
  await expect(page.getByLabel('Ihre Nachricht')).toHaveAccessibleDescription(
    'Bitte füllen Sie dieses Feld aus.',
  )
  await expect(page.getByLabel(/E-Mail-Adresse/)).toHaveValue('keine adresse')
  expect(await findBarriers(page)).toEqual([])

  await page.getByLabel('Ihre Nachricht').fill('Der Filter ist mit der Tastatur nicht zu erreichen.')
  await page.getByLabel(/E-Mail-Adresse/).fill('ada@example.org')
  await send.press('Enter')
  await expect(page.getByRole('main').getByRole('status')).toBeFocused()
  expect(await takeMails(openAppDatabase(), { template: 'accessibility-feedback' })).toEqual([
    {
      recipient: operator.accessibility.email,
      template: 'accessibility-feedback',
      data: {
        message: 'Der Filter ist mit der Tastatur nicht zu erreichen.',
        page: '–',
        sender: 'ada@example.org',
        reply_to: 'ada@example.org',
      },
    },
  ])
})

test('what a robot fills in leaves nothing', async ({ page }) => {
  await page.goto('/de/accessibility')
  await page.getByLabel('Ihre Nachricht').fill('Buy now')
  await page.locator('[name=homepage]').evaluate((input: HTMLInputElement) => {
    input.value = 'https://spam.example'
  })
  await page.getByRole('button', { name: 'Nachricht senden' }).click()
  await expect(page.getByRole('main').getByRole('status')).toBeVisible()
  expect(await takeMails(openAppDatabase(), { template: 'accessibility-feedback' })).toEqual([])
})

test('without script the form works too, and a flood is held back', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
  const page = await context.newPage()
  const client = openAppDatabase()
  const report = async (message: string) => {
    await page.goto(`${baseURL}/en/accessibility`)
    await page.getByLabel('Your message').fill(message)
    await page.getByRole('button', { name: 'Send message' }).click()
  }
  await page.goto(`${baseURL}/en/accessibility`)
  await page.getByRole('button', { name: 'Send message' }).click()
  await expect(page.getByRole('alert')).toContainText('Please check one field')
  await report('No script here.')
  await expect(page.getByRole('main').getByRole('status')).toContainText('has arrived')
  expect(
    (await takeMails(client, { template: 'accessibility-feedback' })).map(({ data }) => data.message),
  ).toEqual(['No script here.'])
  for (let nth = 0; nth < 6; nth++) await report(`Flood ${nth}`)
  await expect(page.getByRole('alert')).toContainText('Please try again in an hour')
  await expect(page.getByLabel('Your message')).toHaveValue('Flood 5')
  expect((await takeMails(client, { template: 'accessibility-feedback' })).length).toBeLessThan(6)
  await context.close()
})

test('security.txt says where flaws are reported, and does not expire soon (RFC 9116)', async ({
  request,
}) => {
  const answer = await request.get('/.well-known/security.txt')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8')
  expect(answer.headers()['content-security-policy']).toContain("default-src 'none'")
  const fields = Object.fromEntries(
    (await answer.text())
      .trim()
      .split('\n')
      .map((line) => /^([A-Z][A-Za-z-]+): (.+)$/.exec(line)?.slice(1) ?? ['', line]),
  )
  expect(fields.Contact).toBe(`mailto:${operator.security.email}`)
  expect(fields['Preferred-Languages']).toBe('de, en')
  expect(fields.Policy).toMatch(/\/en\/imprint#security$/)
  const days = (Date.parse(fields.Expires) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(30)
  expect(days).toBeLessThan(365)
})

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

test('a page that failed says so, and can be tried again', async ({ page }) => {
  await page.goto('/de/sign-in')
  const email = page.getByLabel(/E-Mail-Adresse/)
  await email.fill('jemand@example.org')
  await page.route('**/de/sign-in', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 500, body: '' }) : route.continue(),
  )
  await email.press('Enter')
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toContainText('Das hat gerade nicht geklappt')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Noch einmal versuchen' }).click()
  await expect(email).toBeVisible()
})
