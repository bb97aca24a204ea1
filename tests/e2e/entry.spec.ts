import { type APIRequestContext, expect } from '@playwright/test'
import { findBarriers } from '#tests/support/accessibility.ts'
import { ExplorerDriver, SNAPSHOT_FILES } from '#tests/support/explorer.ts'
import { openAppDatabase } from '#tests/support/outbox.ts'
import { test } from '#tests/support/page-test.ts'

test.use({ map: 'off' })

type Properties = { slug: string; name: string; kind: string; disclosure: string; address: string | null }

/** The first published entry of a kind and a disclosure. */
async function findEntry(
  request: APIRequestContext,
  kind: string,
  disclosure = 'exact',
): Promise<Properties> {
  const answer = await request.get(`/api/v1/entries.geojson?limit=500&kind=${kind}`)
  const { features } = (await answer.json()) as { features: { properties: Properties }[] }
  const found = features.find(({ properties }) => properties.disclosure === disclosure)
  if (!found) throw new Error(`The demonstration has no ${disclosure} ${kind}.`)
  return found.properties
}

test('a link to an entry is complete without scripts, for people and for search engines', async ({
  browser,
  baseURL,
  request,
}) => {
  const { slug, name, address } = await findEntry(request, 'business')
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const answer = await page.goto(`${baseURL}/de/entries/${slug}`)
  expect(answer?.status()).toBe(200)
  const { card } = new ExplorerDriver(page)
  await expect(card.getByRole('heading', { name, level: 2 })).toBeVisible()
  await expect(card).toContainText(address ?? '')
  await expect(card.getByRole('listitem').filter({ hasText: /\sm$/ })).not.toHaveCount(0)
  await expect(card.getByRole('button', { name: 'Teilen' })).toBeHidden()

  await expect(page).toHaveTitle(new RegExp(`^${name}`))
  const content = (selector: string) => page.locator(selector).first().getAttribute('content')
  expect(await content('meta[name=description]')).toMatch(/ in \S/)
  expect(await content('meta[name=robots]')).toBe('noindex, follow') // invented
  const link = (selector: string) => page.locator(`link[rel=${selector}]`).getAttribute('href')
  expect(await link('canonical')).toBe(`${baseURL}/de/entries/${slug}`)
  expect(await link('alternate][hreflang=en')).toBe(`${baseURL}/en/entries/${slug}`)
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
  expect(data).toMatchObject({ '@type': 'LocalBusiness', name, address: { streetAddress: address } })
  const picture = await request.get((await content('meta[property="og:image"]')) ?? '')
  expect(picture.headers()['content-type']).toBe('image/png')

  await card.getByRole('button', { name: 'Schließen' }).click()
  await expect(page).toHaveURL(/\/de\??$/)
  await context.close()
})

test('the card that comes with the page is the card that stays, and takes no focus', async ({
  page,
  request,
}) => {
  const { slug, name } = await findEntry(request, 'space')
  const explorer = new ExplorerDriver(page)
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  await page.route(SNAPSHOT_FILES, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`/en/entries/${slug}`)
  await expect(explorer.card.getByRole('heading', { name })).toBeVisible()
  const first = await explorer.card.elementHandle()
  release()
  await explorer.isAtRest()
  expect(await first?.evaluate((card) => card.isConnected)).toBe(true)
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await explorer.card.getByRole('button', { name: 'Close' }).click()
  await expect(explorer.card).toHaveCount(0)
  await expect(page).toHaveURL(/\/en(\?|$)/)
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
})

test.describe(() => {
  test.use({ map: 'on' })
  test('a long card leaves the map`s attribution free', async ({ page, request }) => {
    const { slug } = await findEntry(request, 'space')
    await page.setViewportSize({ width: 1360, height: 560 })
    const explorer = new ExplorerDriver(page)
    await page.goto(`/de/entries/${slug}`)
    await explorer.isAtRest()
    const card = await page.locator('.sheet').filter({ has: explorer.card }).boundingBox()
    const attribution = await page.locator('.maplibregl-ctrl-attrib').boundingBox()
    expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual(attribution?.y ?? 0)
  })
})

test.describe(() => {
  test.use({ map: 'on' })
  test('back restores camera, list and focus; forward shows the entry again', async ({ page }) => {
    const explorer = new ExplorerDriver(page)
    await explorer.open('/de?k=business')
    await page.getByRole('button', { name: 'Mehr anzeigen' }).click()
    await expect(explorer.items).toHaveCount(100)
    const item = explorer.items.nth(70).getByRole('link')
    await item.scrollIntoViewIfNeeded()
    const before = { slugs: await explorer.slugs(), top: (await item.boundingBox())?.y }
    await item.click()
    await expect(explorer.card).toBeFocused()
    await expect(page).toHaveURL(/\/entries\/.*c=[\d.,]+,1[5-9]/)
    await explorer.isAtRest()
    const opened = page.url()

    await page.goBack()
    await expect(explorer.card).toHaveCount(0)
    await expect(item).toBeFocused()
    await explorer.isAtRest()
    expect(await explorer.slugs()).toEqual(before.slugs)
    expect((await item.boundingBox())?.y).toBeCloseTo(before.top ?? 0, 0)
    // The city's own camera, as before anybody had moved the map.
    await expect(page).toHaveURL(/c=[\d.,]+,12(\.\d+)?$/)

    await page.goForward()
    await expect(explorer.card).toBeVisible()
    await explorer.isAtRest()
    expect(page.url()).toBe(opened)
  })
})

test('an entry can be shared, found and printed; a blurred one names no way to it', async ({
  page,
  context,
  request,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const explorer = new ExplorerDriver(page)
  const { slug } = await findEntry(request, 'business')
  await explorer.open(`/de/entries/${slug}?d=design&c=7,51.05,13`)
  await explorer.card.getByRole('button', { name: 'Teilen' }).click()
  await expect(explorer.card.getByRole('status')).toHaveText('Der Link ist kopiert.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/de/entries/${slug}`)
  const route = explorer.card.getByRole('link', { name: 'Route' })
  await expect(route).toHaveAttribute(
    'href',
    /^https:\/\/www\.openstreetmap\.org\/directions\?to=51\.\d+%2C[67]\.\d+$/,
  )
  await expect(route).toHaveAccessibleDescription(/openstreetmap\.org/)
  await page.emulateMedia({ media: 'print' })
  await expect(explorer.card.getByRole('heading', { level: 2 })).toBeVisible()
  await expect(explorer.items.first()).toBeHidden()
  await expect(explorer.map).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  const blurred = await findEntry(request, 'business', 'blurred')
  await explorer.open(`/de/entries/${blurred.slug}`)
  await expect(explorer.card).toContainText('Ort ungefähr gezeigt')
  await expect(explorer.card.getByRole('link', { name: 'Route' })).toHaveCount(0)
  await expect(explorer.card.getByRole('heading', { name: 'In der Nähe' })).toHaveCount(0)
})

test('a near-by entry opens in place', async ({ page, request }) => {
  const { slug } = await findEntry(request, 'business')
  const explorer = new ExplorerDriver(page)
  await explorer.open(`/de/entries/${slug}`)
  const neighbour = explorer.card.getByRole('region', { name: 'In der Nähe' }).getByRole('link').first()
  const address = await neighbour.getAttribute('href')
  await neighbour.click()
  await expect(page).toHaveURL(new RegExp(`${address}(\\?|$)`))
  await expect(explorer.card).toBeFocused()
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`/entries/${slug}(\\?|$)`))
})

test('an unknown slug answers 404 with a page that helps', async ({ page, request }) => {
  const { slug, name } = await findEntry(request, 'business')
  const answer = await page.goto(`/de/entries/${slug}-x`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Diesen Eintrag gibt es nicht')
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('searchbox').fill('opladen')
  await page.getByRole('button', { name: 'Suchen' }).click()
  await expect(page).toHaveURL(/\/de\?q=opladen/)
  const behindProxy = { headers: { 'x-forwarded-proto': 'https' } }
  expect((await request.get(`/de/entries/${slug}-x`, behindProxy)).status()).toBe(404)
  for (const mangled of ['A%20B', '%3Cscript%3E', `${'x'.repeat(2000)}`, "'--"])
    expect((await request.get(`/en/entries/${mangled}`)).status(), mangled).toBe(404)
})

test('a withdrawn entry and a let space answer 410 and say no more of themselves', async ({
  page,
  request,
}) => {
  const business = await findEntry(request, 'business')
  const space = await findEntry(request, 'space')
  const admin = openAppDatabase()
  const withdraw = (status: string) => admin.from('businesses').update({ status }).eq('slug', business.slug)
  const { data: before } = await admin.from('spaces').select('state').eq('slug', space.slug).single()
  const setState = (state: string) => admin.from('spaces').update({ state }).eq('slug', space.slug)
  const statusOf = async (slug: string) => (await request.get(`/de/entries/${slug}`)).status()
  try {
    await withdraw('withdrawn')
    await setState('let')
    await expect.poll(() => statusOf(business.slug)).toBe(410)
    await expect.poll(() => statusOf(space.slug)).toBe(410)
    await page.goto(`/de/entries/${business.slug}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dieser Eintrag wurde zurückgezogen')
    const text = await page.content()
    for (const part of [business.name, business.address ?? business.name]) expect(text).not.toContain(part)
    expect(await findBarriers(page)).toEqual([])
    await page.goto(`/en/entries/${space.slug}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This space is no longer available')
    await expect(page.getByRole('link', { name: 'See vacant spaces' })).toHaveAttribute('href', '/en?k=space')
  } finally {
    await withdraw('published')
    await setState(before?.state ?? 'verified')
  }
  await expect.poll(() => statusOf(business.slug)).toBe(200)
  await expect.poll(() => statusOf(space.slug)).toBe(200)
})

test.describe(() => {
  test.use({ map: 'on' })
  test('a mangled address still opens the page', async ({ page, request }) => {
    const explorer = new ExplorerDriver(page)
    const junk = [
      'd=nonsense,,design&d=music&k=both&s=,,&r=2&v=x',
      `q=${'ä'.repeat(1000)}&q=b`,
      'c=NaN,91,-4&c=7,51,12',
      'c=7,-90,99&t=maybe&o=..%2F..&%00=%FF&=&&',
    ]
    for (const search of junk)
      expect((await request.get(`/de?${search}`)).status(), search.slice(0, 40)).toBe(200)
    await explorer.open(`/de?${junk[0]}&${junk[2]}`)
    expect(await explorer.count()).toBeGreaterThan(10)
    await expect(explorer.discipline('Design')).toBeChecked()
    await expect(explorer.discipline('Musik')).not.toBeChecked()
  })
})

for (const [locale, colorScheme] of [
  ['de', 'light'],
  ['en', 'dark'],
] as const)
  test(`an open card stands in nobody's way (${locale}, ${colorScheme})`, async ({ page, request }) => {
    await page.emulateMedia({ colorScheme })
    const { slug } = await findEntry(request, 'business')
    await new ExplorerDriver(page).open(`/${locale}/entries/${slug}`)
    expect(await findBarriers(page)).toEqual([])
  })
