/** Planning on a phone and from the keyboard: where one is led, what a finger can hit, what finds room. */
import { expect, type Page } from '@playwright/test'
import { test } from '#tests/support/page-test.ts'
import { Planner } from '#tests/support/planner.ts'

test.use({ map: 'off' })

const FINGER_PIXELS = 44

/** The focused element's own words or name. */
const readFocus = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document
    return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('an area chosen in the list is seen at once, and closing its card leads back to the list', async ({
    page,
  }) => {
    const planner = new Planner(page)
    await planner.open('/de/planning')
    await planner.areaButton('C').tap()
    await expect(planner.card).toBeInViewport({ ratio: 1 })
    await expect(planner.map).toBeInViewport()
    await expect(planner.card).toContainText(/gleichmäßig verteilt wären es \d/)
    await planner.card.getByRole('button', { name: 'Angaben zum Gebiet schließen' }).tap()
    await expect(planner.card).toHaveCount(0)
    await expect(planner.areaButton('C')).toBeFocused()
    await expect(planner.areaButton('C')).toBeInViewport()
  })

  test('two areas stand side by side without scrolling, and what is pressed fits a finger', async ({
    page,
  }) => {
    const planner = new Planner(page)
    await planner.open('/de/planning?a=A,B')
    const tables = planner.comparison.locator('table')
    await expect(tables).toHaveCount(3)
    for (const table of await tables.all()) {
      const [wanted, given] = await table.evaluate(({ parentElement: place }) => [
        place?.scrollWidth ?? 0,
        place?.clientWidth ?? -1,
      ])
      expect(wanted).toBeLessThanOrEqual(given ?? 0)
    }
    const small = await page.locator('main').evaluate((main, least) => {
      const pressed = main.querySelectorAll(
        'button:not([aria-pressed]), select, nav a, label:has(input:is([type=checkbox], [type=radio], [type=file]))',
      )
      return Array.from(pressed)
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < least)
        .map((element) => element.textContent)
    }, FINGER_PIXELS)
    expect(small).toEqual([])
  })
})

test('focus is never lost: in the card, out of it, when an area leaves, when chance is asked', async ({
  page,
}) => {
  const planner = new Planner(page)
  await planner.open('/en/planning?a=A,B')
  await planner.areaButton('A').press('Enter')
  await expect(planner.card).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(planner.card).toHaveCount(0)
  await expect(planner.areaButton('A')).toBeFocused()

  await planner.comparison
    .getByRole('button', { name: /^Remove .+ from the comparison$/ })
    .first()
    .press('Enter')
  expect(await readFocus(page)).toContain('Choose a second one to compare.')

  await page.getByRole('button', { name: 'Test it now' }).press('Enter')
  await expect(page.locator('[data-chance=known]')).toBeVisible()
  expect(await readFocus(page)).toContain('Are they closer together than by chance?')

  // Whoever is sent the link reads the same answer.
  const answer = await page.locator('[data-finding=ripley]').textContent()
  await page.reload()
  await expect(page.locator('[data-chance=known]')).toBeVisible()
  expect(await page.locator('[data-finding=ripley]').textContent()).toBe(answer)
})

test('areas of a link that are not there any more leave room for others', async ({ page }) => {
  const planner = new Planner(page)
  await planner.open('/en/planning?a=A,ZZ,s:Nowhere,x:9')
  await expect(planner.comparison).toHaveAttribute('data-compared', '1')
  await expect(page.getByRole('link', { name: /^Comparison/ })).toHaveText('Comparison1')
  await planner.compareBox('B').press(' ')
  await expect(planner.comparison).toHaveAttribute('data-compared', '2')
  await expect(page).toHaveURL(/[?&]a=A,B(&|$)/)
})

test('the table of districts names every fact and its source, and no density of businesses is 0', async ({
  page,
}) => {
  const planner = new Planner(page)
  await planner.open('/en/planning')
  const table = page.getByRole('table', { name: 'Facts by district' })
  await expect(table.getByRole('columnheader')).toHaveCount(15)
  await expect(table.getByRole('columnheader', { name: /^Step-free/ })).toContainText('Register')
  const text = (await table.textContent()) ?? ''
  expect(text).toMatch(/0\.\d+\sper\skm²/)
  expect(text).not.toMatch(/(?<![\d.,])0\sper\skm²/)
})
