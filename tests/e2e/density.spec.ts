import { expect, test } from '@playwright/test'
import { findBarriers } from '#tests/support/accessibility.ts'
import { ExplorerDriver } from '#tests/support/explorer.ts'

const SLIDER = 'Radius'

test('the switch colours the map by what the filter lets through, and the address keeps it with its bandwidth', async ({
  page,
}) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  const before = await explorer.lookAtMap()
  await explorer.densitySwitch.click()
  await expect(explorer.density).toContainText('Kreativbetriebe je km²')
  await expect(page).toHaveURL(/[?&]h=250/)
  await explorer.isAtRest()
  const wide = await explorer.lookAtMap()
  expect(wide.equals(before)).toBe(false)
  const all = await explorer.countDense()

  await explorer.density.getByRole('slider', { name: SLIDER }).fill('120')
  await expect(explorer.density).toContainText(/Radius 120\u00a0m/)
  await expect(page).toHaveURL(/[?&]h=120/)
  await explorer.isAtRest()
  expect((await explorer.lookAtMap()).equals(wide)).toBe(false)

  await explorer.discipline('Design').check()
  await expect(page).toHaveURL(/d=design/)
  await explorer.isAtRest()
  expect(await explorer.countDense()).toBeLessThan(all)
  await explorer.kind(/Räume/).check()
  await explorer.isAtRest()
  await expect(explorer.density).not.toContainText('Kreativbetriebe')

  // On the same page: another one may differ from it by a shade in a pixel. Names come back a moment after the marks.
  await explorer.kind(/Alle/).check()
  await explorer.discipline('Design').uncheck()
  await explorer.densitySwitch.click()
  await expect(explorer.density).toHaveCount(0)
  await explorer.isAtRest()
  await expect.poll(async () => (await explorer.lookAtMap()).equals(before)).toBe(true)

  await page.goto('/de?h=120')
  await explorer.isAtRest()
  expect(await explorer.countDense()).toBe(all)
  await explorer.densitySwitch.click()
  await expect(explorer.density).toHaveCount(0)
  await expect(page).not.toHaveURL(/[?&]h=/)
})

test('the density under the pointer is told, and with the keyboard on the map that of its middle', async ({
  page,
}) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/en?h=250')
  await expect(explorer.density).toContainText('Point at a place on the map.')
  const box = await explorer.map.boundingBox()
  if (!box) throw new Error('There is no map to point at.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await expect(explorer.density).toContainText(/Here: [\d.,]+\u00a0per\u00a0km²/)
  await page.mouse.move(10, 10)
  await expect(explorer.density).toContainText('Point at a place on the map.')
  await page.getByRole('region', { name: 'Map', exact: true }).locator('canvas').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(explorer.density.getByText(/Middle of the map: [\d.,]+\u00a0per\u00a0km²/)).toHaveRole(
    'status',
  )
})

test('where nothing matches, a sentence says so; a mangled bandwidth is none', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await page.goto('/de?h=250&q=xyzxyz')
  await expect(explorer.density).toContainText('Kein Betrieb mit Ort passt zum Filter')
  expect(await explorer.countDense()).toBe(0)
  await page.goto('/de?h=99999')
  await expect(explorer.density).toContainText(/Radius 800\u00a0m/)
  await explorer.open('/de?h=wide')
  await expect(explorer.densitySwitch).toHaveAttribute('aria-pressed', 'false')
})

test('in another theme the density lies on the other ground', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await explorer.open('/de')
  const before = await explorer.lookAtMap()
  await page.emulateMedia({ colorScheme: 'light' })
  await explorer.open('/de?h=250')
  await page.emulateMedia({ colorScheme: 'dark' })
  await explorer.isAtRest()
  const after = await explorer.lookAtMap()
  expect(after.equals(before)).toBe(false)
})

for (const [locale, colorScheme, width] of [
  ['de', 'light', 1360],
  ['en', 'dark', 320],
] as const) {
  test(`nothing stands in the way of assistive technology (${locale}, ${colorScheme}, ${width} px)`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 860 })
    const explorer = new ExplorerDriver(page)
    await explorer.open(`/${locale}?h=250&g=1`)
    if (width < 400) await explorer.density.getByRole('button', { name: 'Radius' }).click()
    await expect(explorer.density.getByRole('slider')).toBeVisible()
    expect(await findBarriers(page)).toEqual([])
    await test.step('the list of groups', async () => {
      if (width < 400) await explorer.groups.getByRole('button', { name: 'List groups' }).click()
      await expect(explorer.groups.getByRole('listitem').first()).toBeVisible()
      expect(await findBarriers(page)).toEqual([])
    })
  })
}
