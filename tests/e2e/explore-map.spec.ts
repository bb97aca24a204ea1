import { expect } from '@playwright/test'
import type { FeatureCollection, Point } from 'geojson'
import { ExplorerDriver } from '#tests/support/explorer.ts'
import { test } from '#tests/support/page-test.ts'

test('an entry chosen in the list comes into view on the map, and the focus returns to it', async ({
  page,
}) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de?k=business')
  const item = explorer.items.nth(2).getByRole('link')
  await item.click()
  await expect(explorer.card).toBeFocused()
  await expect(page).toHaveURL(/c=[\d.,]+,15\.5/)
  await explorer.isAtRest()
  await page.keyboard.press('Escape')
  await expect(item).toBeFocused()
})

test.describe(() => {
  test.use({ map: 'off' })
  test('a link to an entry opens its card, and another language keeps filter and entry', async ({ page }) => {
    const explorer = new ExplorerDriver(page)
    await explorer.open('/de?d=design')
    await explorer.items.first().getByRole('link').click()
    await expect(page).toHaveURL(/\/entries\//)
    const name = await explorer.card.getByRole('heading', { level: 2 }).textContent()
    await explorer.isAtRest()
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page).toHaveURL(/\/en\/entries\/.*d=design/)
    await expect(explorer.card.getByRole('heading', { level: 2 })).toHaveText(name ?? '')
    await expect(explorer.discipline('Design')).toBeChecked()
  })
})

test.describe(() => {
  test.use({ map: 'off' })
  test('going back restores the filter of the page one comes back to', async ({ page }) => {
    const explorer = new ExplorerDriver(page)
    await explorer.open('/de?d=music')
    const musicians = await explorer.count()
    await explorer.open('/de?d=design')
    await page.goBack()
    await explorer.isAtRest()
    await expect(explorer.discipline('Musik')).toBeChecked()
    expect(await explorer.count()).toBe(musicians)
  })
})

test('without WebGL the map says so and the list is complete', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  const explorer = new ExplorerDriver(page)
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
  // A search keeps the filter, with what is asked of spaces.
  await page.goto(`${baseURL}/de?k=space&s=Opladen&u=shop`)
  await page.locator('[name=q]').fill('laden')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/[?&]q=laden/)
  const { searchParams } = new URL(page.url())
  expect(Object.fromEntries(searchParams)).toEqual({ k: 'space', s: 'Opladen', u: 'shop', q: 'laden' })
  await context.close()
})

test('by keyboard alone: from mark to mark, into a cluster, and the focus stays on the map', async ({
  page,
}) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de?c=7.006,51.066,14')
  const largest = explorer.marks.first()
  await expect(largest).toHaveAccessibleName(/^\d+ Betriebe: \d+ .+ Die Eingabetaste zoomt hinein$/)
  await largest.focus()
  await page.keyboard.press('ArrowRight')
  await expect(largest).not.toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await largest.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => explorer.zoom).toBeGreaterThan(14)
  await explorer.isAtRest()
  await expect(explorer.marks.and(page.locator(':focus'))).toHaveCount(1)
})

test('who works under one roof opens as a list, and the focus goes back the way it came', async ({
  page,
}) => {
  const answer = await page.request.get('/api/v1/export.geojson?kind=business')
  const { features } = (await answer.json()) as FeatureCollection<Point>
  const [lng, lat] =
    features.find(({ properties }) => properties?.slug === 'demo-1')?.geometry.coordinates ?? []
  const explorer = new ExplorerDriver(page)
  await explorer.open(`/de?c=${lng},${lat},18`)
  const house = page.getByRole('button', { name: /^4 Betriebe an einer Adresse: .+ Liste$/ })
  await house.focus()
  await page.keyboard.press('Enter')
  await expect(explorer.card).toContainText('4 Einträge an dieser Adresse')
  await expect(explorer.card).toBeFocused()
  await explorer.card.getByRole('link').nth(1).press('Enter')
  await expect(explorer.card).toContainText('Beispieldaten')
  await page.keyboard.press('Escape')
  await expect(explorer.card).toContainText('4 Einträge an dieser Adresse')
  await page.keyboard.press('Escape')
  await expect(explorer.card).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Ergebnisse' })).toBeFocused()
})

for (const [name, viewport] of [
  ['desktop', { width: 1360, height: 860 }],
  ['phone', { width: 390, height: 844 }],
] as const)
  test(`a selected entry stays in sight beside its card (${name})`, async ({ page }) => {
    await page.setViewportSize(viewport)
    const explorer = new ExplorerDriver(page)
    await explorer.open('/de?k=space')
    const entry = explorer.items.nth(3)
    await entry.getByRole('link').click()
    await expect(explorer.card).toContainText('Beispieldaten')
    await explorer.isAtRest()
    const title = await explorer.card.getByRole('heading').first().textContent()
    const mark = await explorer.marks.and(page.getByRole('button', { name: title ?? '' })).boundingBox()
    const card = await explorer.card.boundingBox()
    const map = await explorer.map.boundingBox()
    if (!mark || !card || !map) throw new Error('mark, card and map are all there')
    const isBeside = mark.x + mark.width <= card.x || mark.y + mark.height <= card.y
    expect([isBeside, mark.x >= map.x, mark.y >= map.y]).toEqual([true, true, true])
  })

test('a basemap that answers with a page of HTML is told in one line, and nothing else is missing', async ({
  page,
}) => {
  const html = { contentType: 'text/html', body: '<!doctype html><title>503</title>' }
  const style = {
    version: 8,
    metadata: { kind: 'file', schematic: false },
    sources: { basemap: { type: 'vector', tiles: ['/basemap/tiles/1/{z}/{x}/{y}'], maxzoom: 14 } },
    layers: [{ id: 'water', type: 'fill', source: 'basemap', 'source-layer': 'water' }],
  }
  await page.route('**/basemap/tiles/**', (route) => route.fulfill(html))
  await page.route('**/basemap/style/**', (route) => route.fulfill({ json: style }))
  const explorer = new ExplorerDriver(page)
  const line = page.getByText('Die Grundkarte lässt sich gerade nicht laden.')
  await explorer.open('/de')
  await expect(line).toBeVisible()
  expect(await explorer.marks.count()).toBeGreaterThan(10)

  await page.route('**/basemap/style/**', (route) => route.fulfill(html))
  await explorer.open('/de')
  await expect(line).toBeVisible()
  await page.getByRole('button', { name: 'Hinweis schließen' }).click()
  await expect(line).toHaveCount(0)
  expect(await explorer.marks.count()).toBeGreaterThan(10)
})

test('a lost graphics context is told, and the map comes back', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  const canvas = explorer.map.getByRole('region', { name: 'Karte der Einträge' })
  const context = await canvas.evaluateHandle((element: HTMLCanvasElement) =>
    element.getContext('webgl2')?.getExtension('WEBGL_lose_context'),
  )
  await context.evaluate((extension) => extension?.loseContext())
  await expect(page.getByText('Ihr Gerät hat die Kartengrafik unterbrochen')).toBeVisible()
  await context.evaluate((extension) => extension?.restoreContext())
  await expect(page.getByText('Ihr Gerät hat die Kartengrafik unterbrochen')).toHaveCount(0)
  await explorer.isAtRest()
})

test('my position is shown only on request, and a refusal is answered calmly', async ({ page, context }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  const button = page.getByRole('button', { name: 'Meinen Standort zeigen' })
  await button.click()
  await expect(page.getByText('Ihr Standort ist für diese Seite nicht freigegeben.')).toBeVisible()
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ longitude: 7.006, latitude: 51.066, accuracy: 80 })
  await button.click()
  await expect(page.locator('.maplibregl-user-location-dot')).toHaveCount(1)
  await expect(page.getByText('Ihr Standort ist für diese Seite nicht freigegeben.')).toHaveCount(0)
  await expect(page).toHaveURL(/c=7\.006,51\.066/)
})
