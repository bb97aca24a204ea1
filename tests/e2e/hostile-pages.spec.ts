/** What people wrote, on every page on which it comes back: nothing of it runs, loads, becomes an element, or meets the policy. */
import { type Browser, expect, type Page, test } from '@playwright/test'
import { waitForRest } from '#tests/support/at-rest.ts'
import { type HostilePages, removeHostileTexts, seedHostileTexts } from '#tests/support/hostile-register.ts'
import { MARK } from '#tests/support/hostile-texts.ts'
import { createSomebody, type Somebody } from '#tests/support/identities.ts'
import { leaveMapOut } from '#tests/support/page-test.ts'

/** One of them stands on every page that shows what was written. */
const SHOWN = /alert\(document\.domain\)|etc\/passwd/

let admin: Somebody
let pages: HostilePages
test.beforeAll(async () => {
  admin = await createSomebody('hostile.admin', 'admin')
  pages = await seedHostileTexts(admin)
})
test.afterAll(() => removeHostileTexts(admin))

type Watched = { page: Page; found: string[] }

/** A page that notes what must not happen on it: dialogs, requests to others, and whatever its policy refuses. */
async function watch(browser: Browser, baseURL: string, map: 'on' | 'off' = 'off'): Promise<Watched> {
  const context = await browser.newContext({ baseURL, locale: 'de-DE', reducedMotion: 'reduce' })
  if (map === 'off') await leaveMapOut(context)
  await context.addCookies([{ ...admin.cookie, url: baseURL, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  const found: string[] = []
  page.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== baseURL) found.push(`request: ${request.url()}`)
  })
  await page.exposeFunction('noteRefusal', (text: string) => found.push(`refused: ${text}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      (window as unknown as { noteRefusal(text: string): void }).noteRefusal(
        `${violatedDirective} ${blockedURI}`,
      ),
    )
  })
  return { page, found }
}

/** Elements and links that a text has become. */
const countBorn = (page: Page) =>
  page
    .locator(`[${MARK}], a[href^="javascript:" i], a[href^="data:" i], [onerror], [onload], [onfocus]`)
    .count()

/** Opens each, until nothing loads any more; what happened, and on which. */
async function visit({ page, found }: Watched, paths: readonly string[], isShown: (path: string) => boolean) {
  const happened: string[] = []
  for (const path of paths) {
    const answer = await page.goto(path, { waitUntil: 'load' })
    expect(answer?.status(), path).toBe(200)
    if (await page.locator('[data-explorer] [data-map-state]').count()) await waitForRest(page)
    if (isShown(path)) await expect(page.locator('body'), path).toContainText(SHOWN)
    if ((await countBorn(page)) > 0) found.push('an element')
    happened.push(...found.splice(0).map((text) => `${path}: ${text}`))
  }
  return happened
}

test('what is watched for is seen', async ({ browser, baseURL }) => {
  const watched = await watch(browser, String(baseURL))
  await watched.page.goto('/de/imprint')
  await watched.page.evaluate((mark) => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<img src="https://evil.example/x" onerror="alert(1)" ${mark}>`,
    )
    setTimeout(() => alert('here'))
  }, MARK)
  for (const refused of [/refused: script-src/, /refused: img-src/])
    await expect.poll(() => watched.found.join('\n')).toMatch(refused)
  await expect.poll(() => watched.found).toContain('dialog: here')
  expect(await countBorn(watched.page)).toBe(1)
  await watched.page.context().close()
})

test('nothing of it runs on the pages of everybody', async ({ browser, baseURL }) => {
  const isOfMap = (path: string) => /^\/(de|en)\?(?!t=1)/.test(path)
  const withMap = await watch(browser, String(baseURL), 'on')
  expect(pages.open.filter(isOfMap)).toHaveLength(2)
  expect(await visit(withMap, pages.open.filter(isOfMap), () => false)).toEqual([])
  await withMap.page.context().close()
  const watched = await watch(browser, String(baseURL))
  const others = pages.open.filter((path) => !isOfMap(path))
  expect(await visit(watched, others, (path) => /entries|propose\/KZ/.test(path))).toEqual([])
  await watched.page.context().close()
})

test('nor on those of the staff', async ({ browser, baseURL }) => {
  const watched = await watch(browser, String(baseURL))
  const isShown = (path: string) => /moderation\/(KZ|entries)|outbox|account|import/.test(path)
  expect(await visit(watched, pages.own, isShown)).toEqual([])
  await watched.page.goto('/de/planning')
  await watched.page.getByText('Gespeicherte Gebiete', { exact: true }).click()
  await expect(watched.page.getByText('alert(document.domain)').first()).toBeVisible()
  expect([await countBorn(watched.page), ...watched.found]).toEqual([0])
  await watched.page.context().close()
})
