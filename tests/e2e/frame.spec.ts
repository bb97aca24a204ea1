import { expect, type Page } from '@playwright/test'
import { ExplorerDriver, SNAPSHOT_FILES } from '#tests/support/explorer.ts'
import { test } from '#tests/support/page-test.ts'

test.use({ map: 'off' })

const PHONE = { width: 390, height: 844 }

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true, contextOptions: { reducedMotion: 'reduce' } })

  test('the list is a sheet over a map of full height, moved by keyboard, click, mouse and scrolling', async ({
    page,
  }) => {
    const explorer = new ExplorerDriver(page)
    await explorer.open('/de')
    const sheet = explorer.sheet('list')
    const handle = sheet.getByRole('button', { name: 'Höhe der Liste ändern' })
    await expect(sheet).toHaveAttribute('data-height', 'half')
    expect((await explorer.map.boundingBox())?.height).toBe(PHONE.height - 56)
    await expect(explorer.items.first()).toBeInViewport()

    await handle.press('ArrowUp')
    await expect(sheet).toHaveAttribute('data-height', 'full')
    await expect(sheet.getByText('ganz geöffnet')).toBeAttached()
    await expect(explorer.search).toBeInViewport()
    await handle.press('ArrowDown')
    await handle.press('ArrowDown')
    await expect(sheet).toHaveAttribute('data-height', 'peek')
    await expect(explorer.search).toBeInViewport({ ratio: 1 })
    await expect(page.locator('[data-result-count]')).toBeInViewport({ ratio: 1 })
    expect(await sheetHeight(page)).toBeLessThan(170)

    await handle.click()
    await expect(sheet).toHaveAttribute('data-height', 'half')
    await drag(page, 420, 60)
    await expect(sheet).toHaveAttribute('data-height', 'full')
    await expect(handle).toBeInViewport()
    await sheet.evaluate((element) => element.scrollBy(0, 1500))
    await expect(explorer.search).toBeInViewport({ ratio: 1 })
    await expect(page.locator('[data-result-count]')).toBeInViewport({ ratio: 1 })
  })

  test.describe(() => {
    test.use({ map: 'on' })
    test('a table takes the whole sheet, and the map comes once one looks at it', async ({ page }) => {
      const explorer = new ExplorerDriver(page)
      const canvas = explorer.map.locator('canvas')
      const sheet = explorer.sheet('list')
      await explorer.open('/de?t=1')
      await expect(sheet).toHaveAttribute('data-height', 'full')
      await expect(canvas).toHaveCount(0)
      await sheet.getByRole('button', { name: 'Höhe der Liste ändern' }).press('ArrowDown')
      await expect(canvas.first()).toBeVisible()
      await explorer.isAtRest()
      await page.getByRole('radio', { name: 'Als Liste' }).check()
      await expect(sheet).toHaveAttribute('data-height', 'half')
      await page.getByRole('radio', { name: 'Als Tabelle' }).check()
      await expect(sheet).toHaveAttribute('data-height', 'full')
    })
  })

  test('the card is the same sheet: it gives the list back where it was, by Escape and by dragging it down', async ({
    page,
  }) => {
    const explorer = new ExplorerDriver(page)
    await explorer.open('/de')
    const list = explorer.sheet('list')
    await list.getByRole('button', { name: 'Höhe der Liste ändern' }).press('ArrowUp')
    await list.evaluate((element) => element.scrollBy(0, 1500))
    const item = explorer.items.nth(14).getByRole('link')
    const before = await item.boundingBox()
    await item.click()
    await expect(explorer.card).toBeFocused()
    await expect(list).toBeHidden()
    await expect(explorer.sheet('card')).toHaveAttribute('data-height', 'half')
    await page.keyboard.press('Escape')
    await expect(explorer.card).toHaveCount(0)
    await expect(item).toBeFocused()
    expect((await item.boundingBox())?.y).toBe(before?.y)

    await item.click()
    await expect(explorer.sheet('card')).toHaveAttribute('data-height', 'half')
    await drag(page, 430, 835)
    await expect(explorer.card).toHaveCount(0)
    await expect(list).toBeVisible()
  })

  test.describe(() => {
    test.use({ map: 'on' })
    test('what gets the focus comes into sight, and the sources of the map stay above the sheet', async ({
      page,
    }) => {
      const explorer = new ExplorerDriver(page)
      await explorer.open('/de')
      const sources = await page.locator('.maplibregl-ctrl-attrib').boundingBox()
      const height = await sheetHeight(page)
      expect((sources?.y ?? 0) + (sources?.height ?? 0)).toBeLessThanOrEqual(PHONE.height - height)
      await explorer.items.nth(20).getByRole('link').focus()
      await expect(explorer.items.nth(20).getByRole('link')).toBeInViewport()
      await expect(explorer.sheet('list')).toHaveAttribute('data-height', 'full')
    })
  })
})

test('chips name the conditions and take them back one by one', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de?d=design,music&k=business')
  const chips = page.getByRole('region', { name: 'Gewählte Filter' })
  await expect(chips.getByRole('button')).toHaveCount(4)
  await chips.getByRole('button', { name: 'Filter entfernen: Musik' }).click()
  await expect(page).toHaveURL(/d=design&k=business/)
  await chips.getByRole('button', { name: 'Filter entfernen: Betriebe' }).click()
  await expect(explorer.kind(/Alle/)).toBeChecked()
  await chips.getByRole('button', { name: 'zurücksetzen' }).click()
  await expect(chips).toHaveCount(0)
  await expect(page).not.toHaveURL(/d=/)
})

test('districts open beside their button, by keyboard too, and count for the sentence', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  const button = page.getByRole('button', { name: 'Stadtteil' })
  await button.press('Enter')
  await page.getByRole('checkbox', { name: 'Opladen', exact: true }).check()
  await expect(page.getByText(/in Opladen/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('checkbox', { name: 'Opladen', exact: true })).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'in Opladen' })).toBeAttached()
})

test('an empty result says which condition to leave out, and how many that brings', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await page.goto('/de?d=design&k=space')
  await explorer.isAtRest()
  expect(await explorer.count()).toBe(0)
  const relief = page.getByRole('button', { name: /Alle Teilmärkte zeigen bringt \d+ Einträge/ })
  const promised = Number((await relief.textContent())?.match(/\d+/)?.[0])
  await relief.click()
  await expect(explorer.items.first()).toBeVisible()
  expect(await explorer.count()).toBe(promised)
})

test('without a connection the loaded entries stay usable; what failed comes with the next one', async ({
  page,
  context,
}) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  await context.setOffline(true)
  await expect(page.getByText('Keine Verbindung.', { exact: false })).toBeVisible()
  await explorer.discipline('Design').check()
  expect(await explorer.count()).toBeLessThan(100)
  await context.setOffline(false)
  await expect(page.getByText('Keine Verbindung.', { exact: false })).toHaveCount(0)
})

test('a failed load says so and can be tried again; the first results stay', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await page.route(SNAPSHOT_FILES, (route) => route.abort())
  await page.goto('/de')
  await expect(page.getByText('Die Einträge lassen sich gerade nicht laden.', { exact: false })).toBeVisible()
  await expect(explorer.items).toHaveCount(50)
  await page.unroute(SNAPSHOT_FILES)
  await page.getByRole('button', { name: 'Noch einmal versuchen' }).click()
  await explorer.isAtRest()
  await explorer.discipline('Design').check()
  expect(await explorer.count()).toBeLessThan(100)
})

test.describe(() => {
  test.use({ map: 'on' })
  test('paper shows title, sentence, map with its sources, legend, every entry and the address', async ({
    page,
  }) => {
    const explorer = new ExplorerDriver(page)
    await explorer.open('/de?k=business')
    const matching = await explorer.count()
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    await expect(explorer.items).toHaveCount(matching)
    await expect(page.getByText('/de?k=business', { exact: false })).toBeVisible()
    await expect(page.getByRole('list', { name: 'Zeichen auf der Karte' })).toBeVisible()
    const figure = page.locator('.map-print')
    await expect(figure).toBeVisible()
    const colors = await figure.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      return new Set(new Uint32Array(Uint8ClampedArray.from(pixels).buffer)).size
    })
    expect(colors).toBeGreaterThan(50)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: 'screen' })
    await expect(explorer.items).toHaveCount(50)
  })
})

async function sheetHeight(page: Page): Promise<number> {
  return Number.parseFloat(
    await page
      .locator('[data-explorer]')
      .evaluate((element) => element.style.getPropertyValue('--sheet-height')),
  )
}

/** Drags the handle that is seen at one height of the screen to another, by mouse. */
async function drag(page: Page, fromY: number, toY: number): Promise<void> {
  const handle = page.getByRole('button', { name: /^Höhe de[rs]/ })
  const box = await handle.boundingBox()
  const x = (box?.x ?? 0) + (box?.width ?? 0) / 2
  expect(Math.abs((box?.y ?? 0) - fromY)).toBeLessThan(60)
  await page.mouse.move(x, (box?.y ?? 0) + 10)
  await page.mouse.down()
  await page.mouse.move(x, (fromY + toY) / 2, { steps: 4 })
  await page.mouse.move(x, toY, { steps: 4 })
  await page.mouse.up()
}
