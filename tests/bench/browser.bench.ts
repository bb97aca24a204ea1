/** What a visitor waits for, on the built page with 100,000 entries, against other libraries' pages with the same points. */
import { type Browser, chromium, type Page } from '@playwright/test'
import type { BenchRow } from '#bin/bench.ts'
import { DISCIPLINES } from '#lib/domain/discipline.ts'
import { BROWSER_FLAGS, findBrowser } from '#tests/support/browser.ts'
import { startLoadedApp } from '#tests/support/load-register.ts'
import { createSeededPoints } from '#tests/support/seeded-points.ts'
import { startPeerServer } from './peer-server.ts'

const COUNT = 100_000
const RUNS = 5
const LIMIT_MILLISECONDS = 120_000
const TOGGLED = 'design'

export const names = ['toggle', 'first-idle']

export async function bench(): Promise<BenchRow[]> {
  const points = createSeededPoints(COUNT)
  const expected = points.filter(({ disciplines }) => disciplines.includes(TOGGLED)).length
  const [app, peers] = await Promise.all([startLoadedApp(points), startPeerServer(points)])
  const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: BROWSER_FLAGS })
  try {
    const ours = `${app.url}/de?c=7,51.05,12`
    const first: Record<'ours' | 'geojson' | 'markercluster', number[]> = {
      ours: [],
      geojson: [],
      markercluster: [],
    }
    for (let run = 0; run < RUNS; run++) {
      first.ours.push(await measureFirstIdle(browser, ours, '[data-map-state="idle"]'))
      first.geojson.push(await measureFirstIdle(browser, peers.geojsonUrl, '[data-state="idle"]'))
      first.markercluster.push(await measureFirstIdle(browser, peers.markerclusterUrl, '[data-state="idle"]'))
    }
    const toggle = await measureToggles(browser, ours, peers.geojsonUrl, expected)
    return [
      toRow('toggle', toggle.ours, toggle.peer, 10),
      toRow('first-idle', first.ours, first.geojson, 1.5),
      toRow('first-idle-markercluster', first.ours, first.markercluster, 5),
    ]
  } finally {
    await browser.close()
    await Promise.all([app.stop(), peers.stop()])
  }
}

/** Navigation to the page that shows all it has, in a fresh profile each time. */
async function measureFirstIdle(browser: Browser, url: string, idle: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 } })
  const page = await context.newPage()
  const start = performance.now()
  await page.goto(url, { timeout: LIMIT_MILLISECONDS })
  await page.waitForSelector(idle, { timeout: LIMIT_MILLISECONDS, state: 'attached' })
  const milliseconds = performance.now() - start
  await context.close()
  return milliseconds
}

/** In turn: one filter on and off here, one on and off there; the counts are checked before a time is kept. */
async function measureToggles(browser: Browser, ours: string, peer: string, expected: number) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 } })
  const [our, their] = [await context.newPage(), await context.newPage()]
  await our.goto(ours, { timeout: LIMIT_MILLISECONDS })
  await our.waitForSelector('[data-map-state="idle"]', { timeout: LIMIT_MILLISECONDS })
  await their.goto(peer, { timeout: LIMIT_MILLISECONDS })
  await their.waitForSelector('[data-state="idle"]', { timeout: LIMIT_MILLISECONDS, state: 'attached' })
  const times = { ours: [] as number[], peer: [] as number[] }
  for (let run = 0; run < RUNS; run++) {
    for (const isOn of [true, false]) {
      const wanted = isOn ? expected : COUNT
      await bringForward(our)
      times.ours.push(await toggleOurs(our, wanted))
      await bringForward(their)
      times.peer.push(await togglePeer(their, isOn, wanted))
    }
  }
  await context.close()
  return times
}

/** A tab that comes to the front draws itself first; that is no part of a filter. */
async function bringForward(page: Page): Promise<void> {
  await page.bringToFront()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** From the click to the map at rest with the new count, measured inside the page. */
async function toggleOurs(page: Page, wanted: number): Promise<number> {
  const { milliseconds, count } = await page.getByRole('checkbox', { name: 'Design', exact: true }).evaluate(
    (box: HTMLInputElement) =>
      new Promise<{ milliseconds: number; count: number }>((done) => {
        const map = document.querySelector('[data-map-state]')
        let hasWorked = false
        const watch = new MutationObserver(() => {
          const state = map?.getAttribute('data-map-state')
          if (state !== 'idle') hasWorked = true
          else if (hasWorked) {
            watch.disconnect()
            const count = Number(
              document.querySelector('[data-result-count]')?.getAttribute('data-result-count'),
            )
            done({ milliseconds: performance.now() - start, count })
          }
        })
        if (map) watch.observe(map, { attributes: true, attributeFilter: ['data-map-state'] })
        const start = performance.now()
        box.click()
      }),
  )
  if (count !== wanted)
    throw new Error(`The page shows ${count} entries after the toggle, expected ${wanted}.`)
  return milliseconds
}

async function togglePeer(page: Page, isOn: boolean, wanted: number): Promise<number> {
  const bit = isOn ? DISCIPLINES.indexOf(TOGGLED) : null
  const { milliseconds, count } = await page.evaluate(
    (wantedBit) =>
      (
        window as unknown as {
          filterTo(bit: number | null): Promise<{ milliseconds: number; count: number }>
        }
      ).filterTo(wantedBit),
    bit,
  )
  if (count !== wanted)
    throw new Error(`The peer shows ${count} points after the toggle, expected ${wanted}.`)
  return milliseconds
}

function toRow(name: string, ours: number[], peer: number[], target: number): BenchRow {
  const [mine, theirs] = [medianOf(ours), medianOf(peer)]
  const ratio = theirs / mine
  return {
    name,
    unit: 'ms',
    ours: round(mine),
    peer: round(theirs),
    ratio: round(ratio),
    target,
    met: ratio >= target,
  }
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
