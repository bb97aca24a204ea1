/** The page of the sign-in, without script, so that an answer is one document: the same for a new address and for a known one. */
import { expect, type Page, test } from '@playwright/test'

test.use({ javaScriptEnabled: false })

/** They say when and for whose page an answer was made, not what it says. */
const OF_THE_MOMENT = /^(date|content-length|content-security-policy|etag|keep-alive|x-.*-time)$/

/** A cookie without what was drawn by lot and without its day. */
function toShape(cookie: string): string {
  return cookie
    .replace(/[0-9a-f]{32}/, 'ID')
    .replace(/=base64-[\w-]+/, '=')
    .replace(/Expires=[^;]+/, 'Expires')
}

async function askForCode(page: Page, path: string, email: string) {
  await page.context().clearCookies()
  await page.goto(path)
  await page.locator('input[name="email"]').fill(email)
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.locator('form:has(input[name="email"]) button[type="submit"]').first().click(),
  ])
  await expect(page.locator('input[name="code"]')).toBeVisible()
  const headers = (await answer.headersArray())
    .filter(({ name }) => !OF_THE_MOMENT.test(name.toLowerCase()))
    .map(
      ({ name, value }) =>
        `${name}: ${/^set-cookie$/i.test(name) ? toShape(value) : value.replace(/nonce="\w+"/g, 'nonce')}`,
    )
    .sort()
  const text = await page.locator('main').textContent()
  return { status: answer.status(), headers, text: text?.replaceAll(email, 'X') }
}

for (const path of ['/de/sign-in', '/en/sign-in?next=/en/moderation'])
  test(`${path} does not tell who has an account`, async ({ page }, { workerIndex }) => {
    const email = `person-${path.slice(1, 3)}-${workerIndex}@example.org`
    const fresh = await askForCode(page, path, email)
    expect(fresh.status).toBe(200)
    expect(await askForCode(page, path, email)).toEqual(fresh)
  })
