/** "In this view" means what one sees of the map: neither under the list's sheet on a phone, nor under a card. */
import { expect, type Page, test } from '@playwright/test'
import { ExplorerDriver } from '#tests/support/explorer.ts'

const TILE_PIXELS = 512
const CAMERA = { lng: 7.006, lat: 51.066, zoom: 14 }
const ADDRESS = `v=1&c=${CAMERA.lng},${CAMERA.lat},${CAMERA.zoom}`

/** Where one looks at the map, in CSS pixels of the page. */
type Glimpse = { left: number; top: number; right: number; bottom: number }

/** How many entries the public interface finds in a part of the page, whose `middle` shows the camera's place. */
async function countIn(page: Page, glimpse: Glimpse, middle: { x: number; y: number }): Promise<number> {
  const pixels = TILE_PIXELS * 2 ** CAMERA.zoom
  const north = Math.log(Math.tan(Math.PI / 4 + (CAMERA.lat * Math.PI) / 360))
  const toLng = (x: number) => CAMERA.lng + ((x - middle.x) / pixels) * 360
  const toLat = (y: number) =>
    (Math.atan(Math.exp(north - ((y - middle.y) / pixels) * 2 * Math.PI)) * 360) / Math.PI - 90
  const box = [toLng(glimpse.left), toLat(glimpse.bottom), toLng(glimpse.right), toLat(glimpse.top)]
  const answer = await page.request.get(`/api/v1/entries.geojson?limit=500&bbox=${box.join(',')}`)
  return ((await answer.json()) as { features: unknown[] }).features.length
}

async function boxOf(explorer: ExplorerDriver, cover: string): Promise<{ map: Glimpse; cover: Glimpse }> {
  const [map, other] = [
    await explorer.map.boundingBox(),
    await explorer.page.locator(cover).first().boundingBox(),
  ]
  if (!map || !other) throw new Error('There is nothing to look at.')
  const toGlimpse = ({ x, y, width, height }: typeof map) => ({
    left: x,
    top: y,
    right: x + width,
    bottom: y + height,
  })
  return { map: toGlimpse(map), cover: toGlimpse(other) }
}

test('on a phone what lies under the sheet does not count, at each of its heights', async ({
  browser,
  baseURL,
}) => {
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ baseURL, viewport, hasTouch: true, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const explorer = new ExplorerDriver(page)
  await explorer.open(`/de?${ADDRESS}`)
  const { map, cover } = await boxOf(explorer, '.sheet-body')
  const middle = { x: (map.left + map.right) / 2, y: (map.top + cover.top) / 2 }
  const seen = await countIn(page, { ...map, bottom: cover.top }, middle)
  expect(seen).toBeGreaterThan(0)
  expect(seen).toBeLessThan(await countIn(page, map, middle))
  expect(await explorer.count()).toBe(seen)

  const handle = page.getByRole('button', { name: 'Höhe der Liste ändern' })
  await handle.tap()
  await expect(explorer.sheet('list')).toHaveAttribute('data-height', 'full')
  expect(await explorer.count()).toBe(seen)
  await handle.tap()
  await expect(explorer.sheet('list')).toHaveAttribute('data-height', 'peek')
  const low = await boxOf(explorer, '.sheet-body')
  const more = await countIn(page, { ...map, bottom: low.cover.top }, middle)
  expect(more).toBeGreaterThan(seen)
  await expect.poll(() => explorer.count()).toBe(more)
  await context.close()
})

test('beside the map what lies under a card does not count, and comes back with its closing', async ({
  page,
}) => {
  const explorer = new ExplorerDriver(page)
  await explorer.open(`/de?${ADDRESS}`)
  const all = await explorer.count()
  const slug = (await explorer.slugs())[0] ?? ''
  await page.goto(`/de/entries/${slug}?${ADDRESS}`)
  await explorer.isAtRest()
  await expect(explorer.card).toBeVisible()
  const { map, cover } = await boxOf(explorer, '[data-covers-map]:has(article), article[data-covers-map]')
  const middle = { x: (map.left + map.right) / 2, y: (map.top + map.bottom) / 2 }
  const seen = await countIn(page, { ...map, right: cover.left }, middle)
  expect(seen).toBeLessThan(all)
  await expect.poll(() => explorer.count()).toBe(seen)
  await explorer.card.getByRole('button', { name: 'Schließen' }).click()
  await expect.poll(() => explorer.count()).toBe(all)
})
