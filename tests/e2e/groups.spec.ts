import { expect, test } from '@playwright/test'
import { ExplorerDriver } from '#tests/support/explorer.ts'
import { Planner } from '#tests/support/planner.ts'

test('the switch shows groups on the map and as a list, found off the main thread, and the address keeps it', async ({
  page,
}) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de')
  const before = await explorer.lookAtMap()
  await explorer.groupsSwitch.click()
  await expect(explorer.groups.getByText(/^[2-9] Gruppen gefunden$/)).toBeVisible()
  await expect(
    explorer.groups.getByText(/^eps\u00a0\d+\u00a0m, mindestens 5 Betriebe; n\u00a0=\u00a0\d+$/),
  ).toBeVisible()
  await expect(page).toHaveURL(/[?&]g=1/)
  await explorer.isAtRest()
  expect(page.workers().some((worker) => worker.url().includes('/_next/'))).toBe(true)
  expect((await explorer.lookAtMap()).equals(before)).toBe(false)

  const count = await explorer.countGroups()
  await explorer.discipline('Design').check()
  await expect(page).toHaveURL(/d=design/)
  await explorer.isAtRest()
  expect(await explorer.countGroups()).not.toBe(count)

  await explorer.groupsSwitch.click()
  await expect(explorer.groups).toHaveCount(0)
  await expect(page).not.toHaveURL(/[?&]g=1/)
  await explorer.discipline('Design').uncheck()
  await explorer.isAtRest()
  await expect.poll(async () => (await explorer.lookAtMap()).equals(before)).toBe(true)
})

test('groups are called as planning calls the same areas, and by district alone where surroundings do not come', async ({
  page,
}) => {
  const planner = new Planner(page)
  await planner.open('/de/planning')
  const areas = await planner.namesOfAreas()
  expect(areas.some((name) => / am Bahnhof |, /.test(name))).toBe(true)
  const explorer = new ExplorerDriver(page)
  await explorer.open('/de?g=1')
  expect(await explorer.namesOfGroups()).toEqual(areas)

  await page.route('**/data/planning', (route) => route.abort())
  await explorer.open('/de?g=1')
  const bare = await explorer.namesOfGroups()
  expect(bare).toHaveLength(areas.length)
  expect(bare.join()).not.toContain('Bahnhof')
})

test('by keyboard: a linked view names its groups, and one of them comes into view', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open('/en?g=1')
  const first = explorer.groups.getByRole('listitem').first().getByRole('button')
  await expect(first).toContainText(/A.*businesses on \d+\.\d\d\u00a0km²/)
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/c=[\d.,]+/)
  await explorer.isAtRest()
  await page.getByRole('button', { name: 'Hide groups' }).press('Enter')
  await expect(explorer.groups).toHaveCount(0)
})

test('with fewer than five businesses it says so calmly', async ({ page }) => {
  const explorer = new ExplorerDriver(page)
  await page.goto('/de?g=1&q=xyzxyz')
  await expect(explorer.groups).toContainText('Eine Gruppe besteht aus mindestens 5 Betrieben.')
  expect(await explorer.countGroups()).toBe(0)
})

test('on a phone the card leaves the map free until its lines are asked for', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  const explorer = new ExplorerDriver(page)
  await explorer.open(`${baseURL}/de?g=1`)
  await expect(explorer.groups.getByText(/Gruppen gefunden$/)).toBeVisible()
  const heightOf = async () => (await explorer.groups.boundingBox())?.height ?? 0
  await expect(explorer.groups.getByRole('listitem')).toHaveCount(0)
  expect(await heightOf()).toBeLessThan(120)
  const unfold = explorer.groups.getByRole('button', { name: 'Gruppen auflisten' })
  await unfold.tap()
  await expect(unfold).toHaveAttribute('aria-expanded', 'true')
  await expect(explorer.groups.getByRole('listitem').first()).toBeVisible()
  expect(await heightOf()).toBeLessThan(200)
  await unfold.tap()
  expect(await heightOf()).toBeLessThan(120)
  await context.close()
})
