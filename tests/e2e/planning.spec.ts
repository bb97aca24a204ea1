import { expect } from '@playwright/test'
import { findBarriers } from '#tests/support/accessibility.ts'
import { SNAPSHOT_FILES } from '#tests/support/explorer.ts'
import { test } from '#tests/support/page-test.ts'
import { Planner } from '#tests/support/planner.ts'
import { Staff } from '#tests/support/staff.ts'

test.use({ map: 'off' })

test('a planner finds areas, compares two, changes weights, and the link carries it all (by pointer)', async ({
  page,
}) => {
  const planner = new Planner(page)
  await page.goto('/de/about')
  await page.getByRole('link', { name: 'Planung' }).click()
  await expect(page).toHaveURL(/\/de\/planning/)
  await planner.isAtRest()
  expect(await planner.countAreas()).toBeGreaterThan(1)

  await planner.areaButton('A').click()
  await expect(planner.card).toContainText(/\d+ der \d+ Betriebe/)
  await planner.card.getByRole('button', { name: 'Zum Vergleich' }).click()
  await planner.compareBox('B').check()
  await expect(planner.comparison).toHaveAttribute('data-compared', '2')
  await expect(planner.comparison).toContainText(/n\u00a0=\u00a0\d+/)
  await planner.isAtRest()
  await expect(planner.comparison).toContainText('aus 5 von 6 Kriterien, der Rest ist unbekannt')
  const balanced = await planner.scores()

  await page.getByText('Lebendig', { exact: true }).click()
  await expect.poll(() => planner.scores()).not.toEqual(balanced)
  await expect(page).toHaveURL(/[?&]a=A,B&w=4,2,1,1,4,1/)
  await planner.isAtRest()
  const lively = await planner.scores()
  const link = page.url()

  const again = new Planner(await page.context().newPage())
  await again.open(link)
  await expect(again.comparison).toHaveAttribute('data-compared', '2')
  await expect.poll(() => again.scores()).toEqual(lively)
  await again.page.close()
})

test.describe(() => {
  test.use({ map: 'on' })
  test('by keyboard: parameters, the middle of the map, weights of nothing, and chance', async ({ page }) => {
    const planner = new Planner(page)
    await planner.open('/en/planning?m=cats&eps=many&h=-3&w=1')
    await planner.areaButton('A').press('Enter')
    await planner.isAtRest()
    await planner.compareBox('A').press(' ')
    await planner.compareBox('B').press(' ')
    await expect(planner.comparison).toHaveAttribute('data-compared', '2')

    const before = await planner.lookAtMap()
    await planner.slider('Radius of the density').press('ArrowRight')
    await expect(page).toHaveURL(/[?&]h=260/)
    await planner.isAtRest()
    expect((await planner.lookAtMap()).equals(before)).toBe(false)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.type('4')
    await expect(page).toHaveURL(/[?&]h=260/)

    await page.locator('canvas.maplibregl-canvas').focus()
    await page.keyboard.press('ArrowLeft')
    await planner.isAtRest()
    await expect(page.getByText(/^Middle of the map: \d+(\.\d)?\u00a0per\u00a0km²$/)).toBeVisible()

    for (const slider of await page.getByRole('slider').all())
      if ((await slider.getAttribute('max')) === '5') await slider.press('Home')
    await expect(planner.comparison).toContainText('All weights are 0.')
    await expect(page).toHaveURL(/[?&]w=0,0,0,0,0,0/)

    await page.getByRole('button', { name: 'Test it now' }).press('Enter')
    await expect(page.locator('[data-chance=known]')).toBeVisible()
    await expect(page.locator('[data-finding=ripley]')).toContainText(/p\u00a0=\u00a0\d\.\d\d/)
    await page.getByRole('button', { name: 'Show on the map' }).press('Enter')
    await expect(page).toHaveURL(/[?&]l=hexagons/)

    const { name, text } = await planner.download('Candidate areas (GeoJSON)')
    expect(name).toBe('keimzelle-areas.geojson')
    expect(JSON.parse(text).parameters).toMatchObject({
      method: 'DBSCAN',
      minPoints: 5,
      isEpsSuggested: true,
    })
  })
})

test('a district is taken as an outline of one`s own, in both languages, and can be changed', async ({
  page,
}) => {
  const planner = new Planner(page)
  for (const [address, label, own] of [
    ['/de/planning', 'Umriss übernehmen', 'Gezeichnetes Gebiet 1'],
    ['/en/planning', 'Use an outline', 'Drawn area 1'],
  ] as const) {
    await planner.open(address)
    await page.getByLabel(label).selectOption('Opladen')
    await expect(page).toHaveURL(/[?&]x=[-0-9a-z_]+/)
    await planner.compareBox('x:1').press(' ')
    await expect(planner.comparison).toContainText(own)
    await page.getByLabel(/^(Gebiet hinzufügen|Add an area)/).selectOption('Opladen')
    await expect(planner.comparison).toHaveAttribute('data-compared', '2')
    // The district counts those as well that are shown by their district alone.
    const [drawn = 0, district = 0] = await planner.countBusinesses()
    expect(drawn).toBeGreaterThan(20)
    expect(drawn).toBeLessThanOrEqual(district)
  }
})

test.describe(() => {
  test.use({ map: 'on' })
  test('an area drawn from the keyboard is compared, stands in the link, and a planner saves it', async ({
    page,
  }) => {
    const staff = new Staff(page)
    await staff.become('planner')
    const planner = new Planner(page)
    await planner.open('/de/planning')
    await page.getByRole('button', { name: 'Zeichnen' }).press('Enter')
    const corner = page.getByRole('button', { name: 'Ecke in der Kartenmitte' })
    await corner.press('Enter')
    for (const key of ['ArrowRight', 'ArrowDown']) {
      await page.locator('canvas.maplibregl-canvas').press(key)
      await planner.isAtRest()
      await corner.press('Enter')
    }
    await page.getByRole('button', { name: 'Fertig' }).press('Enter')
    await expect(page).toHaveURL(/[?&]x=[-0-9a-z_]+/)
    await planner.compareBox('x:1').press(' ')
    await expect(planner.comparison).toContainText('Gezeichnetes Gebiet 1')

    await page.getByText('Gespeicherte Gebiete', { exact: true }).click()
    const name = `Entwurf ${Date.now()}`
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByRole('button', { name: 'Speichern', exact: true }).press('Enter')
    await expect(page.getByText('Gespeichert.', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: `${name} auf die Karte legen` })).toBeVisible()

    await page.getByRole('button', { name: `${name} umbenennen` }).press('Enter')
    await page.getByLabel('Neuer Name').fill(`${name} neu`)
    await page.getByLabel('Neuer Name').press('Enter')
    await expect(page.getByText('Umbenannt.')).toBeFocused()
    await page.getByRole('button', { name: `${name} neu mit der Planung teilen` }).press('Enter')
    await expect(page.getByText('Alle, die planen, sehen das Gebiet jetzt.')).toBeFocused()

    const other = await page.context().newPage()
    await other.goto('/de/planning')
    await other.getByText('Gespeicherte Gebiete', { exact: true }).click()
    await other.getByRole('button', { name: `${name} neu nicht mehr teilen` }).press('Enter')
    await expect(other.getByText('Nur Sie sehen das Gebiet jetzt.')).toBeVisible()
    await other.close()

    const remove = page.getByRole('button', { name: `${name} neu löschen` })
    await remove.press('Enter')
    await page.getByRole('button', { name: 'Ja, löschen' }).press('Enter')
    await expect(page.getByText('Inzwischen hat jemand dieses Gebiet geändert.')).toBeFocused()
    await remove.press('Enter')
    await page.getByRole('button', { name: 'Abbrechen', exact: true }).press('Enter')
    await expect(remove).toBeVisible()
    await remove.press('Enter')
    await page.getByRole('button', { name: 'Ja, löschen' }).press('Enter')
    await expect(page.getByText('Gelöscht.')).toBeFocused()
    await expect(remove).toHaveCount(0)
  })
})

test.describe(() => {
  test.use({ map: 'on' })
  test('an area is drawn by pointer; giving up a change of it leaves it as it was', async ({ page }) => {
    const planner = new Planner(page)
    await planner.open('/de/planning?l=none')
    await page.getByRole('button', { name: 'Zeichnen' }).click()
    const canvas = page.locator('canvas.maplibregl-canvas')
    const box = await canvas.boundingBox()
    if (!box) throw new Error('There is no map to draw on.')
    const at = (right: number, down: number) => ({
      x: box.x + box.width * right,
      y: box.y + box.height * down,
    })
    const corners = [at(0.35, 0.35), at(0.6, 0.35), at(0.6, 0.6), at(0.35, 0.6)]
    for (const [place, { x, y }] of corners.entries()) {
      await page.mouse.move(x, y, { steps: 4 })
      await page.mouse.down()
      await page.mouse.up()
      // The tool hears the next click only once the map has drawn this corner.
      await planner.isAtRest()
      if (place === corners.length - 1) {
        await page.mouse.down()
        await page.mouse.up()
      }
    }
    await expect(planner.area('x:1')).toBeVisible()
    await expect(page).toHaveURL(/[?&]x=[-0-9a-z_]+/)
    const address = page.url()
    await page.getByRole('button', { name: 'Gezeichnetes Gebiet 1 ändern' }).click()
    await expect(planner.area('x:1')).toHaveCount(0)
    await page.getByRole('button', { name: 'Abbrechen' }).click()
    await expect(planner.area('x:1')).toBeVisible()
    expect(page.url()).toBe(address)
  })
})

test('everything shown can be taken along, with the parameters that led to it', async ({ page }) => {
  const planner = new Planner(page)
  await planner.open('/en/planning?a=A,B&h=220&l=hexagons')
  const areas = JSON.parse((await planner.download('Candidate areas (GeoJSON)')).text)
  expect(areas.features[0].properties).toMatchObject({ mark: 'A', near: expect.any(String) })
  const density = JSON.parse((await planner.download('Density (GeoJSON)')).text)
  expect(density.parameters).toMatchObject({ bandwidthMeters: 220 })
  expect(density.features.length).toBeGreaterThan(100)
  const hexagons = JSON.parse((await planner.download('Hexagons (GeoJSON)')).text)
  expect(hexagons.parameters.version).toBe(areas.parameters.version)
  expect(hexagons.features.length).toBeGreaterThan(10)
  const comparison = (await planner.download('Comparison (CSV)')).text
  expect(comparison.startsWith('\uFEFF')).toBe(true)
  expect(comparison.trim().split('\r\n')).toHaveLength(3)
  expect(comparison).not.toMatch(/NaN|Infinity|undefined/)
})

test('a file that holds no fitting outline gets a message', async ({ page }) => {
  const planner = new Planner(page)
  await planner.open('/en/planning')
  const load = async (coordinates: number[][]) =>
    page.getByLabel('Load GeoJSON').setInputFiles({
      name: 'area.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [coordinates] })),
    })
  await load([
    [7, 51.04],
    [7.02, 51.06],
    [7.02, 51.04],
    [7, 51.06],
    [7, 51.04],
  ])
  await expect(page.getByText(/The sides of the outline cross/)).toBeVisible()
  await load([
    [6, 50],
    [8, 50],
    [8, 52],
    [6, 52],
    [6, 50],
  ])
  await expect(page.getByText(/larger than 100\u00a0km²/)).toBeVisible()
  await load([
    [7, 51.06],
    [7.01, 51.06],
    [7.01, 51.07],
    [7, 51.07],
    [7, 51.06],
  ])
  await expect(planner.area('x:1')).toBeVisible()
})

test('where nothing fits, every part says so in a sentence', async ({ page }) => {
  const planner = new Planner(page)
  await planner.open('/de/planning?eps=50&min=30')
  expect(await planner.countAreas()).toBe(0)
  await expect(page.getByText(/Ein größerer Umkreis oder eine kleinere Mindestzahl hilft/)).toBeVisible()
  await expect(planner.comparison).toContainText('Wählen Sie in der Liste bis zu vier Gebiete aus')
  expect(await page.locator('main').textContent()).not.toMatch(/NaN|Infinity|undefined/)
})

test('of three businesses nothing is claimed, in no part', async ({ page }) => {
  const planner = new Planner(page)
  await planner.open('/en/planning?d=broadcasting')
  expect(await planner.countAreas()).toBe(0)
  await expect(
    page.getByText(/Only \d places match your choice\. With fewer than 5 nothing can be said\./),
  ).toBeVisible()
  expect(await page.locator('main').textContent()).not.toMatch(/NaN|Infinity|undefined/)
})

test('entries that do not come are told of, and can be asked for again', async ({ page }) => {
  const planner = new Planner(page)
  await page.route(SNAPSHOT_FILES, (route) => route.abort())
  await page.goto('/de/planning')
  await expect(page.getByRole('alert').filter({ hasText: 'lassen sich gerade nicht laden' })).toBeVisible()
  await page.unroute(SNAPSHOT_FILES)
  await page.getByRole('button', { name: 'Noch einmal versuchen' }).click()
  await planner.isAtRest()
  expect(await planner.countAreas()).toBe(6)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the page says what it needs and where the figures are', async ({ page }) => {
    await page.goto('/en/planning')
    await expect(page.getByRole('link', { name: 'districts.csv' })).toHaveAttribute(
      'href',
      '/api/v1/districts.csv',
    )
  })
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
    const planner = new Planner(page)
    await planner.open(`/${locale}/planning?a=A,B&i=1`)
    await planner.areaButton('A').click()
    await page
      .locator('details summary')
      .nth(width === 320 ? 2 : 1)
      .click()
    await page.getByRole('button', { name: /^(Jetzt prüfen|Test it now)$/ }).click()
    await expect(page.locator('[data-chance=known]')).toBeVisible()
    await planner.isAtRest()
    expect(await findBarriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })
}
