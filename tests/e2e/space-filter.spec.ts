/** Somebody looks for a free workshop that fits: by pointer, by keyboard, on a phone, in both languages. */
import { expect, type Page } from '@playwright/test'
import { findBarriers } from '#tests/support/accessibility.ts'
import { ExplorerDriver } from '#tests/support/explorer.ts'
import { test } from '#tests/support/page-test.ts'

test.use({ map: 'off' })

type Feature = {
  properties: { kind: string; use: string; areaSquareMeters: number | null; stepFree: boolean | null }
}

/** Slugs of the workshops that fit, as the register's own facts have it. */
async function findWorkshops(page: Page): Promise<number> {
  const { features } = await (await page.request.get('/api/v1/entries.geojson?limit=500')).json()
  return (features as Feature[]).filter(
    ({ properties: { use, areaSquareMeters, stepFree } }) =>
      use === 'workshop' && (areaSquareMeters ?? 0) >= 40 && stepFree === true,
  ).length
}

test('by pointer: a choice shows spaces alone, and the sentence, chips, address and file say the same', async ({
  page,
}) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  await explorer.spaceDetails.click()
  await expect(page.getByText('Wer hier etwas wählt, sieht nur noch Räume.')).toBeVisible()
  await explorer.choice('Werkstatt').check()
  await expect(explorer.kind(/Räume/)).toBeChecked()
  await explorer.areaFrom.fill('40')
  await explorer.choice('Stufenlos').check()
  const fitting = await findWorkshops(page)
  expect(fitting).toBeGreaterThan(0)
  await expect(explorer.sentence).toHaveAttribute('data-result-count', String(fitting))
  await expect(explorer.sentence).toHaveText(
    new RegExp(`^${fitting} von 40 Räumen: Werkstatt, ab 40\u00a0m², stufenlos`),
  )
  await expect(page).toHaveURL(/k=space&u=workshop&f=40-&e=1/)
  await explorer.isAtRest()
  await expect(explorer.items).toHaveCount(fitting)
  const { text } = await explorer.download('GeoJSON')
  expect(JSON.parse(text).features).toHaveLength(fitting)
  expect(await findBarriers(page)).toEqual([])

  await page.getByRole('button', { name: 'Filter entfernen: ab 40\u00a0m²' }).click()
  await expect(explorer.areaFrom).toHaveValue('')
  await explorer.kind(/Alle/).check()
  await expect(explorer.sentence).toHaveText(/^(\d+) von \1 Einträgen/)
  await expect(page).not.toHaveURL(/[?&][uefk]=/)
})

test('by keyboard, in English, to the card of a workshop', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/en?k=space')
  await explorer.choice('Workshop').focus()
  await page.keyboard.press('Space')
  await explorer.spaceDetails.focus()
  await page.keyboard.press('Enter')
  await expect(explorer.spaceDetails).toHaveAttribute('aria-expanded', 'true')
  await explorer.areaFrom.focus()
  await page.keyboard.type('40')
  await explorer.choice('Step-free').focus()
  await page.keyboard.press('Space')
  const fitting = await findWorkshops(page)
  await expect(explorer.sentence).toHaveText(
    new RegExp(`^${fitting} of 40 spaces: Workshop, from 40\u00a0m², step-free`),
  )
  await expect(
    page.getByRole('status').filter({ hasText: `${fitting} of 40 spaces: Workshop` }),
  ).toBeAttached()
  await explorer.isAtRest()
  await explorer.items.first().getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(explorer.card).toContainText('Workshop')
  await expect(explorer.card).toContainText('step-free access')
})

test('on a phone in the dark nothing stands in the way, and every target is large enough', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de?k=space')
  await explorer.choice('Werkstatt').check()
  await explorer.spaceDetails.click()
  await explorer.choice('Stufenlos').check()
  await explorer.areaFrom.fill('40')
  await expect(explorer.sentence).toHaveAttribute('data-result-count', String(await findWorkshops(page)))
  expect(await findBarriers(page)).toEqual([])
  for (const control of await page.getByRole('region', { name: 'Räume filtern' }).locator('input').all()) {
    const box = await control.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
  }
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect(await page.evaluate(overflow)).toBe(0)
})

test('what nobody has said is counted apart, and an empty result says what would help', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de?k=space')
  await explorer.spaceDetails.click()
  await explorer.areaFrom.fill('900000')
  await expect(explorer.sentence).toHaveText(
    /^0 von 40 Räumen: ab 900\.000\u00a0m² \(bei \d+ weiteren Räumen fehlen/,
  )
  await expect(page.getByText(/Räume könnten passen, doch dazu fehlen noch Angaben\./)).toBeVisible()
  await page.getByRole('button', { name: 'Räume jeder Größe zeigen bringt 40 Einträge' }).click()
  await expect(explorer.sentence).toHaveText(/^40 von 40 Räumen/)
  await page.getByLabel('Frei spätestens am').fill('2027-02-01')
  await expect(explorer.sentence).toHaveText(/frei spätestens am 01\.02\.2027/)
  await expect(page).toHaveURL(/b=2027-02-01/)
})

test('the table of spaces is sorted by area, unknown ones last', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de?k=space&t=1')
  await explorer.column('Fläche').getByRole('button').click()
  await expect(explorer.column('Fläche')).toHaveAttribute('aria-sort', 'ascending')
  await expect(page).toHaveURL(/o=area/)
  const cells = await explorer.items.locator('td:nth-child(3)').allInnerTexts()
  const areas = cells.filter(Boolean).map((text) => Number(text.replace(/[^\d]/g, '')))
  expect(areas.length).toBeGreaterThan(20)
  expect(areas).toEqual(areas.toSorted((a, b) => a - b))
  expect(cells.slice(areas.length).every((text) => text === '')).toBe(true)
  expect(cells.length).toBeGreaterThan(areas.length)
})
