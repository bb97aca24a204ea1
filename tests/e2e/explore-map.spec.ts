import { expect, test } from '@playwright/test'
import { Explorer } from '#tests/support/explorer.ts'

test('an entry chosen in the list comes into view on the map, and the focus returns to it', async ({
  page,
}) => {
  const explorer = new Explorer(page)
  await explorer.open('/de?k=business')
  const item = explorer.items.nth(2).getByRole('link')
  await item.click()
  await expect(explorer.card).toBeFocused()
  await expect(page).toHaveURL(/c=[\d.,]+,15\.5/)
  await explorer.isAtRest()
  await page.keyboard.press('Escape')
  await expect(item).toBeFocused()
})

test('a link to an entry opens its card, and another language keeps filter and entry', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('/de?d=design')
  await explorer.items.first().getByRole('link').click()
  await expect(page).toHaveURL(/\/entries\//)
  const name = await explorer.card.getByRole('heading').textContent()
  await explorer.isAtRest()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/entries\/.*d=design/)
  await expect(explorer.card.getByRole('heading')).toHaveText(name ?? '')
  await expect(explorer.discipline('Design')).toBeChecked()
})

test('going back restores the filter of the page one comes back to', async ({ page }) => {
  const explorer = new Explorer(page)
  await explorer.open('/de?d=music')
  const musicians = await explorer.count()
  await explorer.open('/de?d=design')
  await page.goBack()
  await explorer.isAtRest()
  await expect(explorer.discipline('Musik')).toBeChecked()
  expect(await explorer.count()).toBe(musicians)
})

test('without WebGL the map says so and the list is complete', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  const explorer = new Explorer(page)
  await page.goto('/de')
  await expect(explorer.map).toHaveAttribute('data-map-state', 'unavailable')
  await expect(page.getByText('Die Karte lässt sich hier nicht zeigen.')).toBeVisible()
  await explorer.items.first().getByRole('link').click()
  await expect(explorer.card).toContainText('Beispieldaten')
})

test('the first results of a filtered link are readable without scripts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${baseURL}/de?d=design`)
  const matching = Number(await page.locator('[data-result-count]').getAttribute('data-result-count'))
  expect(matching).toBeGreaterThan(10)
  await expect(page.locator('[data-entry-id]')).toHaveCount(Math.min(matching, 50))
  await context.close()
})
