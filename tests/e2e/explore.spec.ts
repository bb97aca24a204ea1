import { expect } from '@playwright/test'
import { findBarriers } from '#tests/support/accessibility.ts'
import { ExplorerDriver } from '#tests/support/explorer.ts'
import { test } from '#tests/support/page-test.ts'

test.use({ map: 'off' })

test('a visitor sees the invented register and is told so', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  const current = await (await page.request.get('/data/current')).json()
  expect(current.count).toBeGreaterThanOrEqual(222)
  expect(await explorer.count()).toBe(current.count)
  await expect(page.getByText('Beispieldaten: alle Einträge sind erfunden')).toBeVisible()
  await expect(explorer.items).toHaveCount(50)
})

test('filtering by discipline changes count, list and address', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  await explorer.discipline('Design').check()
  await expect(page).toHaveURL(/d=design/)
  const designers = await explorer.count()
  expect(designers).toBeGreaterThan(10)
  expect(designers).toBeLessThan(100)
  await explorer.discipline('Musik').check()
  await expect(page).toHaveURL(/d=music,design/)
  expect(await explorer.count()).toBeGreaterThan(designers)
})

test.describe(() => {
  test.use({ map: 'on' })
  test('a link with filter and camera opens the same view, in English too', async ({ page }) => {
    const explorer = new ExplorerDriver(page)
    await explorer.open('/en?d=design&k=business&q=opladen&c=7.006,51.066,14')
    await expect(explorer.discipline('Design')).toBeChecked()
    await expect(explorer.kind(/Businesses/)).toBeChecked()
    await expect(explorer.search).toHaveValue('opladen')
    expect(await explorer.count()).toBeGreaterThan(0)
    await expect(page).toHaveURL(/c=7.006,51.066,14/)
  })
})

test('by keyboard alone: choose a kind, open an entry, close it', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  await explorer.kind(/Alle/).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/k=business/)
  await explorer.items.first().getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(explorer.card).toContainText('Beispieldaten')
  await expect(page).toHaveURL(/\/de\/entries\/demo-/)
  await page.keyboard.press('Escape')
  await expect(explorer.card).toHaveCount(0)
})

test('a filter that nothing matches says so and can be reset', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de?k=space')
  await explorer.search.fill('xyzxyz')
  await expect(page.getByText('Kein Eintrag passt zu', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'zurücksetzen' }).click()
  await expect(explorer.items.first()).toBeVisible()
})

for (const locale of ['de', 'en']) {
  test(`nothing stands in the way of assistive technology (${locale})`, async ({ page }) => {
    const explorer = new ExplorerDriver(page)
    await explorer.open(`/${locale}`)
    expect(await findBarriers(page)).toEqual([])
  })
}

test('without scripts the first results are readable', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${baseURL}/de`)
  await expect(page.locator('[data-entry-id]')).toHaveCount(50)
  // Nothing is offered that needs a map.
  await expect(new ExplorerDriver(page).map.getByRole('button')).toHaveCount(0)
  await context.close()
})
