/** Each state in each language on some screen and in some colours: few pages, many looks at each. */
import { type Browser, expect, type Page } from '@playwright/test'
import { findBarriers } from '#tests/support/accessibility.ts'
import { pick } from '#tests/support/depth.ts'
import { ExplorerDriver, SNAPSHOT_FILES } from '#tests/support/explorer.ts'
import { test } from '#tests/support/page-test.ts'

const DESKTOP = { width: 1360, height: 860 }
const SMALL = { width: 320, height: 640 }
const ACROSS = { width: 844, height: 390 }

/** Between them these have every language, screen and set of colours. */
const PAIRS = [
  { locale: 'de', viewport: DESKTOP, colors: 'dark' },
  { locale: 'de', viewport: SMALL, colors: 'forced' },
  { locale: 'en', viewport: ACROSS, colors: 'light' },
] as const
const OTHER_PAIRS = [
  { locale: 'en', viewport: DESKTOP, colors: 'forced' },
  { locale: 'en', viewport: SMALL, colors: 'dark' },
  { locale: 'de', viewport: SMALL, colors: 'light' },
] as const

for (const { locale, viewport, colors } of [...PAIRS, ...pick([], OTHER_PAIRS)]) {
  test(`every state is accessible: ${locale}, ${viewport.width} px, ${colors}`, async ({
    browser,
    baseURL,
  }) => {
    const page = await openPage(browser, viewport, colors)
    const explorer = new ExplorerDriver(page)
    await explorer.open(`${baseURL}/${locale}?k=business`)
    await check(page, 'list')
    await page.getByRole('button', { name: /^(Stadtteil|District)$/ }).click()
    await check(page, 'districts')
    await page.keyboard.press('Escape')
    await explorer.items.first().getByRole('link').click()
    await expect(explorer.card.getByRole('term').first()).toBeVisible()
    await explorer.isAtRest()
    await check(page, 'card')
    await page.keyboard.press('Escape')
    await explorer.search.fill('xyzxyz')
    await expect.poll(() => explorer.count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.context().setOffline(true)
    await expect(page.getByText(/Keine Verbindung|No connection/)).toBeVisible()
    await check(page, 'empty and offline')
    await page.context().close()
  })
}

test('the list without a map, and a failed load, are accessible', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await page.route(SNAPSHOT_FILES, (route) => route.abort())
  await page.goto('/de')
  const explorer = new ExplorerDriver(page)
  await expect(explorer.map).toHaveAttribute('data-map-state', 'unavailable')
  await expect(page.getByRole('button', { name: 'Noch einmal versuchen' })).toBeVisible()
  await check(page, 'failed without a map')
  const list = await explorer.items.first().boundingBox()
  expect(list?.width).toBeGreaterThan(800)
})

test.describe(() => {
  test.use({ map: 'off' })
  test('what is chosen is seen in colours of the system, and the focus has an outline', async ({
    browser,
    baseURL,
  }) => {
    const page = await openPage(browser, DESKTOP, 'forced')
    const explorer = new ExplorerDriver(page)
    await explorer.open(`${baseURL}/de?d=design`)
    const outline = (name: string) =>
      explorer.discipline(name).evaluate((input) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(input.closest('label') ?? input)
        return outlineStyle === 'none' ? '0px' : outlineWidth
      })
    expect([await outline('Design'), await outline('Musik')]).toEqual(['3px', '0px'])
    await explorer.discipline('Musik').focus()
    expect(await outline('Musik')).toBe('3px')
    await page.context().close()
  })
})

async function openPage(
  browser: Browser,
  viewport: { width: number; height: number },
  colors: 'light' | 'dark' | 'forced',
): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    locale: 'de-DE',
    reducedMotion: 'reduce',
    colorScheme: colors === 'dark' ? 'dark' : 'light',
    forcedColors: colors === 'forced' ? 'active' : 'none',
  })
  return context.newPage()
}

async function check(page: Page, state: string): Promise<void> {
  expect((await findBarriers(page)).map((barrier) => `${state}: ${barrier}`)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${state}: nothing is wider than the screen`).toBeLessThanOrEqual(0)
}
