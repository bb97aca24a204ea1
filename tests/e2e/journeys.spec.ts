/** Whole ways of people through the explore page, each from its first step to what it was for. */
import { expect, type Page } from '@playwright/test'
import { ExplorerDriver } from '#tests/support/explorer.ts'
import { test } from '#tests/support/page-test.ts'

test.use({ map: 'off' })

test('somebody looks for designers in Opladen and finds whom to ask', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  await explorer.search.fill('opladen')
  await explorer.suggestion(/^Opladen \d+ Eintr/).click()
  await explorer.search.fill('designwirtschaft')
  await explorer.suggestion(/^Design$/).click()
  await expect(explorer.sentence).toHaveText(/^\d+ von \d+ Einträgen: Design, in Opladen/)
  await expect(explorer.discipline('Design')).toBeChecked()
  await explorer.isAtRest()
  await expect(explorer.items).toHaveCount(await explorer.count())
  for (const item of await explorer.items.all()) await expect(item).toContainText('Opladen')

  const name = (await explorer.names())[0] ?? ''
  expect(name).not.toBe('')
  await explorer.items.first().getByRole('link').click()
  await expect(explorer.card.getByRole('heading', { name, level: 2 })).toBeVisible()
  await expect(explorer.card).toContainText('Design')
  await expect(explorer.card.getByRole('term').filter({ hasText: 'Ort' })).toBeVisible()
  await expect(explorer.card.getByRole('list', { name: 'Leistungen' })).toBeVisible()
  await expect(explorer.card.getByRole('button', { name: 'Teilen' })).toBeVisible()
})

test('somebody looks for a free workshop and comes to the form that reaches its offerer', async ({
  page,
}) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  await explorer.kind(/Räume/).check()
  await explorer.search.fill('werkstatt')
  await expect(explorer.sentence).toHaveText(/^\d+ von \d+ Räumen: mit „werkstatt“/)
  await explorer.isAtRest()
  const place = (await explorer.items.allInnerTexts()).findIndex((text) => text.includes('Werkstatt ·'))
  const name = (await explorer.names())[place] ?? ''
  expect(name).not.toBe('')
  await page.keyboard.press('Escape')
  await explorer.items.nth(place).getByRole('link').click()
  await expect(explorer.card.getByRole('heading', { name, level: 2 })).toBeVisible()
  await expect(
    explorer.card
      .getByRole('definition')
      .filter({ hasText: /\d\u00a0m²/ })
      .first(),
  ).toBeVisible()
  await explorer.card.getByRole('link', { name: 'Ich habe Interesse' }).click()
  await expect(page.getByRole('heading', { name: 'Ich habe Interesse', level: 1 })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(name)
})

test.describe(() => {
  test.use({ map: 'on' })
  test('a colleague who opens the address sees the same entries in the same order and the same part of the map', async ({
    page,
    browser,
    baseURL,
  }) => {
    const explorer = new ExplorerDriver(page)
    await explorer.open('/de?c=7.006,51.066,13.5')
    await explorer.discipline('Musik').check()
    await explorer.kind(/Betriebe/).check()
    await page.getByRole('checkbox', { name: 'Im Ausschnitt' }).check()
    await page.getByRole('combobox', { name: 'Sortieren' }).selectOption({ label: 'Name A–Z' })
    await explorer.isAtRest()
    await expect(page).toHaveURL(/d=music/)
    const sent = await lookAt(explorer)
    expect(sent.slugs.length).toBeGreaterThan(1)

    const context = await browser.newContext({
      viewport: { width: 1360, height: 860 },
      reducedMotion: 'reduce',
    })
    const colleague = new ExplorerDriver(await context.newPage())
    await colleague.open(new URL(page.url(), baseURL).href)
    expect(await lookAt(colleague)).toEqual(sent)
    expect(colleague.zoom).toBe(13.5)
    await context.close()
  })
})

test('by keyboard and by ear: from the skip link to a card and back, without losing one`s place', async ({
  page,
}) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Zur Ergebnisliste springen' })).toBeFocused()
  await page.keyboard.press('Enter')
  const results = page.getByRole('region', { name: 'Ergebnisse' })
  await expect(results).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('Musik')
  await expect(explorer.search).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('listbox', { name: 'Vorschläge' })).toMatchAriaSnapshot(`
    - listbox "Vorschläge":
      - group "Teilmärkte":
        - option "Musik"
  `)
  await expect(page.getByRole('status').filter({ hasText: /Vorschl/ })).not.toBeEmpty()
  await page.keyboard.press('ArrowDown')
  await expect(explorer.suggestion(/^Musik$/)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(explorer.discipline('Musik')).toBeChecked()
  await expect(explorer.search).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: /^\d+ von \d+ Einträgen: Musik/ })).toBeAttached()

  const item = explorer.items.first().getByRole('link')
  await tabTo(page, () => item.evaluate((link) => link === document.activeElement))
  await page.keyboard.press('Enter')
  await expect(explorer.card).toBeFocused()
  const name = (await explorer.names())[0] ?? ''
  expect(name).not.toBe('')
  await expect(explorer.card).toHaveAccessibleName(name)
  await expect(explorer.card.getByRole('button', { name: 'Schließen' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(explorer.card).toHaveCount(0)
  await expect(item).toBeFocused()
})

test('with one finger on a phone: filter, see the map, raise the list, open a card and come back', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
    locale: 'de-DE',
  })
  const page = await context.newPage()
  const explorer = new ExplorerDriver(page)
  await explorer.open(`${baseURL}/de`)
  const list = explorer.sheet('list')
  await expect(list).toHaveAttribute('data-height', 'half')
  await explorer.discipline('Design').tap()
  await expect(explorer.discipline('Design')).toBeChecked()
  await expect(explorer.sentence).toHaveText(/Design/)
  const handle = page.getByRole('button', { name: 'Höhe der Liste ändern' })
  await handle.tap()
  await expect(list).toHaveAttribute('data-height', 'full')
  await handle.tap()
  await expect(list).toHaveAttribute('data-height', 'peek')
  await handle.tap()
  await expect(list).toHaveAttribute('data-height', 'half')
  await explorer.isAtRest()
  const slugs = await explorer.slugs()
  const item = explorer.items.first().getByRole('link')
  await item.scrollIntoViewIfNeeded()
  await item.tap()
  await expect(explorer.card).toBeVisible()
  await expect(explorer.sheet('card')).toHaveAttribute('data-height', 'half')
  await page.goBack()
  await expect(explorer.card).toHaveCount(0)
  await expect(explorer.discipline('Design')).toBeChecked()
  await explorer.isAtRest()
  expect(await explorer.slugs()).toEqual(slugs)
  await context.close()
})

test('in English all the way: search, filter, card, groups and table', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/en')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await explorer.search.fill('performing')
  await explorer.suggestion(/^Performing arts$/).click()
  await expect(explorer.sentence).toHaveText(/^\d+ of \d+ entries: Performing arts/)
  await explorer.isAtRest()
  await explorer.items.first().getByRole('link').click()
  await expect(explorer.card.getByRole('term')).toContainText(['Place', 'Confirmed', 'Source'])
  await explorer.card.getByRole('button', { name: 'Close' }).click()
  await expect(explorer.card).toHaveCount(0)
  await page.getByRole('radio', { name: 'Table' }).check()
  await expect(explorer.column('Name')).toBeVisible()
  await expect(page.getByText('Demonstration data: every entry is invented')).toBeInViewport()
  await expect(page).toHaveURL(/\/en\?.*d=performing-arts/)
  // What is left of the other language would be a word of it: the register's own texts are not meant.
  const chrome = await page.locator('header, search, fieldset, thead, [data-result-count]').allInnerTexts()
  expect(chrome.join(' ')).not.toMatch(/\b(und|oder|von|Einträge|Stadtteil|Teilmarkt|Räume|Betriebe|Suche)\b/)
})

/** What a view shows, as its address should hand it on. */
async function lookAt(explorer: ExplorerDriver) {
  const camera = new URL(explorer.page.url()).searchParams.get('c')
  return { slugs: await explorer.slugs(), camera, sentence: await explorer.sentence.textContent() }
}

/** Presses Tab until something is reached; a trap would end the test. */
async function tabTo(page: Page, isReached: () => Promise<boolean>): Promise<void> {
  for (let nth = 0; nth < 60; nth++) {
    await page.keyboard.press('Tab')
    if (await isReached()) return
  }
  throw new Error('It cannot be reached by the keyboard.')
}
