/** What a visitor waits for, on the built page with 100,000 entries, against other libraries' pages with the same points. */
import { setTimeout as delay } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { BenchRow } from '#bin/bench.ts'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { BROWSER_FLAGS, findBrowser } from '#tests/support/browser.ts'
import { startLoadedApp } from '#tests/support/load-register.ts'
import { createSeededPoints } from '#tests/support/seeded-points.ts'
import { startPeerServer } from './peer-server.ts'

const COUNT = 100_000
const RUNS = 5
/** Between two clicks a visitor looks; drawn without a graphics card, a page shows a frame long after its script has ended. */
const LOOK_MILLISECONDS = 1000
/** Toggles in pairs: how often the pages are opened, and how many pairs are turned before a time is kept. */
const [TURNS, WARM_UPS] = [2, 2]
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

type Toggle = (page: Page, isOn: boolean, wanted: number) => Promise<number>

/**
 * In turn, but never two pages at a time: pages of one browser share the process that draws, and one that is hidden and shown again
 * draws itself first. Each is opened anew in each turn and has turned its filter before a time is kept; the counts are checked.
 */
async function measureToggles(browser: Browser, ours: string, peer: string, expected: number) {
  const times = { ours: [] as number[], peer: [] as number[] }
  for (let turn = 0; turn < TURNS; turn++) {
    times.ours.push(...(await openAndToggle(browser, ours, '[data-map-state="idle"]', toggleOurs, expected)))
    times.peer.push(...(await openAndToggle(browser, peer, '[data-state="idle"]', togglePeer, expected)))
  }
  return times
}

/** Milliseconds of each toggle on a page of its own, the first ones left out. */
async function openAndToggle(browser: Browser, url: string, idle: string, toggle: Toggle, expected: number) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 } })
  const page = await context.newPage()
  await page.goto(url, { timeout: LIMIT_MILLISECONDS })
  await page.waitForSelector(idle, { timeout: LIMIT_MILLISECONDS, state: 'attached' })
  const times: number[] = []
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    for (const isOn of [true, false]) {
      await delay(LOOK_MILLISECONDS)
      times.push(await toggle(page, isOn, isOn ? expected : COUNT))
    }
  }
  await context.close()
  return times.slice(2 * WARM_UPS)
}

/** From the click to the map at rest with the new count, measured inside the page. */
async function toggleOurs(page: Page, _isOn: boolean, wanted: number): Promise<number> {
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
