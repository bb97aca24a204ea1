import { expect } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { findBarriers } from '#tests/support/accessibility.ts'
import { ExplorerDriver } from '#tests/support/explorer.ts'
import { test } from '#tests/support/page-test.ts'

test.use({ map: 'off' })

const byName = (a: string, b: string) => a.localeCompare(b, 'de', { numeric: true })

test('the table is sorted by keyboard, says how it stands, and can be sent', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  await page.getByRole('radio', { name: 'Als Tabelle' }).check()
  await expect(page).toHaveURL(/t=1/)
  const name = explorer.column('Name')
  await name.getByRole('button').focus()
  await page.keyboard.press('Enter')
  await expect(name).toHaveAttribute('aria-sort', 'ascending')
  const ascending = await explorer.names()
  expect(ascending).toHaveLength(50)
  expect(ascending).toEqual(ascending.toSorted(byName))
  await page.keyboard.press('Enter')
  await expect(name).toHaveAttribute('aria-sort', 'descending')
  await expect(page).toHaveURL(/o=-name/)
  const descending = await explorer.names()
  expect(descending).toEqual(descending.toSorted((a, b) => byName(b, a)))

  await page.reload()
  await explorer.isAtRest()
  await expect(name).toHaveAttribute('aria-sort', 'descending')
  expect(await explorer.names()).toEqual(descending)

  const first = explorer.items.first().getByRole('link')
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(explorer.card).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(first).toBeFocused()
  await expect(page).toHaveURL(/o=-name&t=1|t=1&o=-name/)
})

test('page by page the table holds every entry once, those without a shown place last', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de?t=1&o=district')
  const count = await explorer.count()
  const next = page.getByRole('button', { name: 'Nächste Seite' })
  const seen: string[] = []
  for (let number = 1; number <= 5; number++) {
    await expect(page.getByText(`Seite ${number} von 5`)).toBeVisible()
    seen.push(...(await explorer.slugs()))
    if (number < 5) await next.click()
  }
  expect(seen).toHaveLength(count)
  expect(new Set(seen).size).toBe(count)
  await expect(next).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByRole('rowheader', { name: /^Ohne gezeigten Ort \d+$/ })).toBeVisible()
})

test('the list stands by nearness at first, by name when asked, the same before and after the scripts', async ({
  page,
  browser,
  baseURL,
}) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de?c=7.006,51.066,14')
  const nearest = await explorer.slugs()
  await page.getByLabel('Sortieren').selectOption({ label: 'Name A–Z' })
  await expect(page).toHaveURL(/o=name/)
  const names = await explorer.names()
  expect(names).toEqual(names.toSorted(byName))

  const context = await browser.newContext({ javaScriptEnabled: false })
  const plain = new ExplorerDriver(await context.newPage())
  await plain.page.goto(`${baseURL}/de?c=7.006,51.066,14`)
  expect(await plain.slugs()).toEqual(nearest)
  await plain.page.goto(`${baseURL}/de?c=7.006,51.066,14&o=name`)
  expect(await plain.names()).toEqual(names)
  await context.close()
})

test.describe(() => {
  test.use({ map: 'on' })
  test('a download holds exactly what is filtered, the view of the map included', async ({ page }) => {
    const explorer = new ExplorerDriver(page)
    await explorer.open('/de?d=design,art&r=1&v=1&c=7.006,51.066,14')
    const count = await explorer.count()
    expect(count).toBeGreaterThan(3)
    const csv = await explorer.download('CSV')
    expect(csv.name).toMatch(/^keimzelle-leverkusen-\d{4}-\d\d-\d\d\.csv$/)
    const rows: Record<string, string>[] = parse(csv.text, { columns: true, bom: true })
    expect(rows.map(({ slug }) => slug).sort()).toEqual((await explorer.slugs()).sort())
    expect(rows).toHaveLength(count)

    await explorer.discipline('Kunst').uncheck()
    const fewer = await explorer.count()
    expect(fewer).toBeLessThan(count)
    const collection = JSON.parse((await explorer.download('GeoJSON')).text)
    expect(collection.features).toHaveLength(fewer)
    expect(collection.licenses).toMatchObject([{ title: 'Beispieldaten' }])
  })
})

test('the table says that its entries are invented, where it is seen', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de?t=1')
  const notice = page.getByText('Beispieldaten: alle Einträge sind erfunden')
  await expect(notice).toBeInViewport({ ratio: 1 })
  // Nothing lies over it: the point in its middle is its own.
  await notice.click({ trial: true })
})

test.describe(() => {
  test.use({ map: 'on' })
  test('a table that covers the map does without its code until the list is chosen', async ({ page }) => {
    const explorer = new ExplorerDriver(page)
    const drawing = page.locator('canvas.maplibregl-canvas')
    await explorer.open('/de?t=1')
    await expect(page.getByRole('table')).toBeVisible()
    await expect(drawing).toHaveCount(0)
    await page.getByRole('radio', { name: 'Als Liste' }).check()
    await expect(drawing).toHaveCount(1)
    await explorer.isAtRest()
  })
})

for (const [width, colorScheme, locale] of [
  [1360, 'light', 'de'],
  [320, 'dark', 'en'],
] as const) {
  test(`the table stands in nobody's way (${width} px, ${colorScheme}, ${locale})`, async ({ page }) => {
    await page.setViewportSize({ width, height: 860 })
    await page.emulateMedia({ colorScheme })
    const explorer = new ExplorerDriver(page)
    await explorer.open(`/${locale}?t=1&k=business`)
    expect(await findBarriers(page)).toEqual([])
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    expect(await page.evaluate(overflow)).toBe(0)
    const region = page.getByRole('region', { name: locale === 'de' ? /Einträge 1 bis/ : /Entries 1 to/ })
    await region.focus()
    await expect(region).toBeFocused()
  })
}
