import { expect, type Locator, type Page } from '@playwright/test'
import { findBarriers } from '#tests/support/accessibility.ts'
import { ExplorerDriver } from '#tests/support/explorer.ts'
import { serveForeignPage } from '#tests/support/foreign-page.ts'
import { test } from '#tests/support/page-test.ts'

const lookAs = async (page: Page, width: number, colorScheme: 'light' | 'dark') => {
  await page.setViewportSize({ width, height: 860 })
  await page.emulateMedia({ colorScheme })
}

test('the page about the map tells the same figures as the public interface', async ({ page, request }) => {
  const { counts } = await (await request.get('/api/v1')).json()
  await page.goto('/de/about')
  await expect(page.getByRole('listitem').filter({ hasText: /^\d+Kreativbetriebe$/ })).toHaveText(
    `${counts.byKind.business}Kreativbetriebe`,
  )
  const districts = page.getByRole('table', { name: 'Einträge nach Stadtteil' })
  for (const { district, entries } of counts.byDistrict)
    await expect(
      districts
        .getByRole('row', { name: new RegExp(`^${district} `) })
        .getByRole('cell')
        .last(),
    ).toHaveText(String(entries))
  const source = page
    .getByRole('table', { name: /^Quellen/ })
    .getByRole('row')
    .last()
  await expect(source).toContainText('Beispieldaten')
  await expect(source).toContainText(String(counts.entries))
  await expect(page.getByRole('link', { name: 'Eintrag widersprechen' })).toHaveAttribute('href', /^mailto:/)
})

test('in English the register’s own sources have English names: in the list, on the map and on a card', async ({
  page,
}) => {
  await page.goto('/en/about')
  await expect(page.getByRole('table', { name: /^Sources/ })).toContainText('Demonstration data')
  const explorer = new ExplorerDriver(page)
  await explorer.open('/en')
  await expect(explorer.map).toContainText('Demonstration data (CC0-1.0)')
  await explorer.items.first().getByRole('link').click()
  await expect(explorer.card).toContainText('Demonstration data')
  await expect(page.getByText('Beispieldaten')).toHaveCount(0)
})

test('the header has room for all it holds, at every width and in both languages', async ({ page }) => {
  for (const locale of ['de', 'en']) {
    await page.goto(`/${locale}/about`)
    for (const width of [320, 640, 768, 900, 1030, 1152, 1280]) {
      await page.setViewportSize({ width, height: 700 })
      const boxes = await page.getByRole('banner').evaluate((header) => {
        const ways = [...header.querySelectorAll('a, summary')].filter((way) => way.checkVisibility())
        return ways.map((way) => way.getBoundingClientRect()).sort((a, b) => a.left - b.left)
      })
      for (const [place, { left, right, top, bottom }] of boxes.entries()) {
        expect(left, `${locale} ${width}`).toBeGreaterThanOrEqual(boxes[place - 1]?.right ?? 0)
        expect(right, `${locale} ${width}`).toBeLessThanOrEqual(width)
        expect(top, `${locale} ${width}`).toBeGreaterThanOrEqual(0)
        expect(bottom, `${locale} ${width}`).toBeLessThanOrEqual(56)
      }
    }
  }
})

test.describe(() => {
  test.use({ map: 'off' })
  test('the header leads through the house, keeps the filter and says where one is', async ({ page }) => {
    const explorer = new ExplorerDriver(page)
    await explorer.open('/de?d=design')
    const link = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true })
    await expect(link('Entdecken')).toHaveAttribute('aria-current', 'page')
    await link('Räume').click()
    await expect(explorer.kind(/Räume/)).toBeChecked()
    await expect(link('Räume')).toHaveAttribute('aria-current', 'page')
    await link('Über die Karte').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Über die Karte')
    await expect(link('Über die Karte')).toHaveAttribute('aria-current', 'page')
    await link('Entdecken').click()
    await explorer.isAtRest()
    await expect(explorer.discipline('Design')).toBeChecked()
    await expect(explorer.kind(/Alle/)).toBeChecked()
  })
})

test('on a phone the same ways stand behind one button', async ({ page }) => {
  await lookAs(page, 390, 'light')
  await page.goto('/de/about')
  const menu = page.getByLabel('Menü', { exact: true })
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Räume' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'Räume' })).toBeHidden()
  await expect(menu).toBeFocused()
})

test('the lines to embed show the filtered entries in a foreign page', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de?d=design&k=business&c=7.006,51.066,14')
  const designers = await explorer.count()
  const address = new URL(page.url())
  await page.goto(`/de/about${address.search}`)
  await expect(page.getByLabel('Zeilen zum Einbetten')).toHaveValue(/src="http/)
  const code = await page.getByLabel('Zeilen zum Einbetten').inputValue()

  const foreign = await serveForeignPage(`<!doctype html><title>Verein</title>${code}`)
  await page.goto(foreign.address)
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('[data-map-state]')).toHaveAttribute('data-map-state', 'idle')
  await expect(frame.locator('[data-result-count]')).toHaveAttribute('data-result-count', String(designers))
  await frame.locator('[data-entry-id]').first().getByRole('link').click()
  await expect(frame.getByRole('article')).toContainText('Beispieldaten')
  await expect(frame.getByRole('banner')).toHaveCount(0)
  const whole = frame.getByRole('link', { name: /Auf der Karte öffnen/ })
  await expect(whole).toHaveAttribute('target', '_blank')
  await expect(whole).toHaveAttribute('href', /^\/de\?d=design&k=business&c=[\d.,]+$/)
  await foreign.close()
})

test('a frame shows the map alone, the list alone, or both', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await page.goto('/en/embed?show=list&d=music')
  await expect(explorer.items.first()).toBeVisible()
  await expect(explorer.map).toHaveCount(0)
  await page.goto('/en/embed?show=map&d=music')
  await explorer.isAtRest()
  await expect(explorer.items).toHaveCount(0)
})

test('in a narrow frame map and list keep what stands on them', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de/embed?d=design')
  const boxOf = async (part: Locator) => {
    const box = await part.boundingBox()
    if (!box) throw new Error('not to be seen')
    return { top: box.y, bottom: box.y + box.height }
  }
  const map = await boxOf(explorer.map)
  const zoomIn = page.getByRole('button', { name: 'Hineinzoomen' })
  for (const part of [page.locator('.maplibregl-ctrl-attrib'), zoomIn]) {
    const { top, bottom } = await boxOf(part)
    expect(top).toBeGreaterThanOrEqual(map.top)
    expect(bottom).toBeLessThanOrEqual(map.bottom)
  }
  const chip = await boxOf(page.getByRole('button', { name: 'Filter entfernen: Design' }))
  expect((await boxOf(page.locator('[data-result-count]'))).bottom).toBeLessThanOrEqual(chip.top)
})

for (const [address, width, colorScheme] of [
  ['/de/about', 1360, 'light'],
  ['/en/about', 320, 'dark'],
  ['/de/embed', 320, 'light'],
  ['/en/embed?show=list', 900, 'dark'],
] as const) {
  test(`${address} stands in nobody's way (${width} px, ${colorScheme})`, async ({ page }) => {
    await lookAs(page, width, colorScheme)
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
    if (address === '/de/embed') await new ExplorerDriver(page).isAtRest()
    expect(await findBarriers(page)).toEqual([])
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    expect(await page.evaluate(overflow)).toBe(0)
  })
}
