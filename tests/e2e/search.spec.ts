import { expect } from '@playwright/test'
import { findBarriers } from '#tests/support/accessibility.ts'
import { ExplorerDriver } from '#tests/support/explorer.ts'
import { leaveMapOut, test } from '#tests/support/page-test.ts'

test('an entry is found in spite of typing errors, and taken by keyboard: the map moves, its card opens', async ({
  page,
}) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  await page.keyboard.press('/')
  await expect(explorer.search).toBeFocused()
  await page.keyboard.type('codwerk ahronhof')
  await expect(explorer.suggestion('Demo: Codewerk Ahornhof').first()).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /Vorschl/ })).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await expect(explorer.suggestion('Demo: Codewerk Ahornhof').first()).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(explorer.card).toContainText('Demo: Codewerk Ahornhof')
  await expect(page).toHaveURL(/entries\/demo-\d+\?c=[\d.,]+,15\.5/)
  await expect(explorer.search).toHaveValue('')
  await explorer.isAtRest()
})

test.describe(() => {
  test.use({ map: 'off' })
  test('Escape closes the suggestions and then empties the box; Tab is no trap; the key / can be switched off', async ({
    page,
  }) => {
    const explorer = new ExplorerDriver(page)
    await explorer.open('/de')
    await explorer.search.fill('Druck')
    await expect(explorer.suggestion(/^Druck/).first()).toBeVisible()
    const printers = await explorer.count()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('listbox')).toHaveCount(0)
    expect(await explorer.count()).toBe(printers)
    await page.keyboard.press('Escape')
    await expect(explorer.search).toHaveValue('')
    await explorer.search.fill('Druck')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('listbox')).toHaveCount(0)
    await expect(explorer.search).not.toBeFocused()
    await page.getByRole('button', { name: 'Suche leeren' }).click()
    await expect(explorer.search).toBeFocused()
    await expect(page).not.toHaveURL(/q=/)
    const key = page.getByRole('button', { name: 'Die Taste „/“ springt zur Suche' })
    await key.click()
    await page.keyboard.press('/')
    await expect(key).toBeFocused()
    await key.click()
    await page.keyboard.press('/')
    await expect(explorer.search).toBeFocused()
  })
})

test('a service filters, a district filters and shows itself, a street gets a pin', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  await explorer.search.fill('beschrif')
  await explorer.suggestion(/^Beschriftung/).click()
  await expect(page).toHaveURL(/q=Beschriftung/)
  await explorer.search.fill('opldaen')
  await explorer.suggestion(/^Opladen \d+ Einträge/).click()
  await expect(page).toHaveURL(/s=Opladen/)
  await expect(page).toHaveURL(/c=[\d.,]+,14(&|$)/)
  await explorer.search.fill('muhlengase')
  await explorer
    .suggestion(/^Mühlengasse/)
    .first()
    .click()
  await expect(explorer.pin).toContainText('Mühlengasse')
  await expect(explorer.search).toHaveValue(/Mühlengasse, /)
  await page.getByRole('button', { name: 'Suche leeren' }).click()
  await expect(explorer.pin).toHaveCount(0)
})

test('an address comes through our own server, and Enter takes it where no entry fits', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/en')
  await explorer.search.fill('Musterbahn')
  await expect(explorer.suggestion(/^Musterbahnhof, 51379 Leverkusen © OpenStreetMap/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(explorer.pin).toHaveText('Musterbahnhof')
  await expect(explorer.pin).toHaveAttribute('data-place', 'Musterbahnhof, 51379 Leverkusen')
  await expect(page).toHaveURL(/c=7\.0096,51\.0652,16/)
})

test('on a phone, in English: the suggestions fit the screen and a tap opens the card', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await leaveMapOut(context)
  const page = await context.newPage()
  const explorer = new ExplorerDriver(page)
  await explorer.open(`${baseURL}/en`)
  await explorer.search.tap()
  await explorer.search.fill('Keramikstub')
  const first = explorer.suggestion(/^Demo: Keramikstube/).first()
  await expect(first).toBeInViewport()
  expect((await first.boundingBox())?.width).toBeLessThanOrEqual(390)
  await first.tap()
  await expect(explorer.card).toContainText('Demo: Keramikstube')
  await context.close()
})

test.describe(() => {
  test.use({ map: 'off' })
  test('the open suggestions stand in nobody`s way', async ({ page }) => {
    const explorer = new ExplorerDriver(page)
    await explorer.open('/de')
    await explorer.search.fill('musik')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('listbox')).toBeVisible()
    expect(await findBarriers(page)).toEqual([])
  })
})

test('without scripts the box is a form that filters', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${baseURL}/de?d=advertising`)
  const search = page.getByRole('combobox')
  await search.fill('plakatwerck')
  await search.press('Enter')
  await expect(page).toHaveURL(/d=advertising&q=plakatwerck/)
  await expect(search).toHaveValue('plakatwerck')
  await expect(page.locator('[data-entry-id]').first()).toContainText('Plakatwerk')
  await context.close()
})
