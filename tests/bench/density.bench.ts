/**
 * The density on the built page. `heat-pan`: the median frame while the map is dragged, against MapLibre's heatmap layer in a map of the same
 * size with the same 100,000 points. `density-filter-*`, `density-bandwidth-*`: from the change to the map at rest with the new density, at
 * 10,000 and 100,000 points; what stands as peer there is the limit that people bear (100 and 300 ms), and beside it the longest time for
 * which the page's main thread answered nothing else, with the browser's own count of long tasks.
 */
import { type Browser, chromium, type Page } from '@playwright/test'
import type { BenchRow } from '#bin/bench.ts'
import { BROWSER_FLAGS, findBrowser } from '#tests/support/browser.ts'
import { startLoadedApp } from '#tests/support/load-register.ts'
import { panMap } from '#tests/support/pan-map.ts'
import { createSeededPoints } from '#tests/support/seeded-points.ts'
import { median, toLessRow } from './compare.ts'
import { startPeerServer } from './peer-server.ts'

const LIMITS_MILLISECONDS = [
  [10_000, 100],
  [100_000, 300],
] as const
const RUNS = 2
/** A heatmap of 100,000 points may take seconds a frame where no graphics card helps. */
const FRAMES = 20
const FIRST_FRAMES = 4
const CHANGES = 8
const WAIT_MILLISECONDS = 120_000
const VIEWPORT = { width: 1360, height: 860 }
const CANVAS = '.maplibregl-canvas'
const IDLE = '[data-map-state="idle"]'

export const names = ['heat-pan', 'density']

export async function bench(): Promise<BenchRow[]> {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: BROWSER_FLAGS })
  const rows: BenchRow[] = []
  try {
    for (const [count, limit] of LIMITS_MILLISECONDS) {
      const points = createSeededPoints(count)
      const app = await startLoadedApp(points)
      try {
        const page = await open(browser, `${app.url}/de?c=7,51.05,12&h=250`, IDLE)
        rows.push(...(await measureChanges(page, count, limit)))
        if (count === LIMITS_MILLISECONDS.at(-1)?.[0]) {
          const peers = await startPeerServer(points)
          rows.push(await measurePan(browser, page, peers.heatmapUrl).finally(peers.stop))
        }
        await page.context().close()
      } finally {
        await app.stop()
      }
    }
    return rows
  } finally {
    await browser.close()
  }
}

async function open(browser: Browser, url: string, idle: string, viewport = VIEWPORT): Promise<Page> {
  const page = await (await browser.newContext({ viewport, reducedMotion: 'reduce' })).newPage()
  await page.goto(url, { timeout: WAIT_MILLISECONDS })
  await page.waitForSelector(idle, { timeout: WAIT_MILLISECONDS, state: 'attached' })
  return page
}

/** In turn, in maps of one size. */
async function measurePan(browser: Browser, ours: Page, peerUrl: string): Promise<BenchRow> {
  const box = await ours.locator(CANVAS).boundingBox()
  if (!box) throw new Error('There is no map to drag.')
  const size = { width: Math.round(box.width), height: Math.round(box.height) }
  const peer = await open(browser, peerUrl, '[data-state="idle"]', size)
  const frames = { ours: [] as number[], peer: [] as number[] }
  for (let run = 0; run <= RUNS; run++)
    for (const [side, page] of [
      ['ours', ours],
      ['peer', peer],
    ] as const) {
      await page.bringToFront()
      const times = await panMap(page, CANVAS, run === 0 ? FIRST_FRAMES : FRAMES)
      // The first run of each loads what lies at the edge.
      if (run > 0) frames[side].push(...times)
    }
  await peer.context().close()
  const [mine, theirs] = [median(frames.ours), median(frames.peer)]
  return toLessRow({ name: 'heat-pan', unit: 'ms', ours: mine, peer: theirs, target: 5 })
}

async function measureChanges(page: Page, count: number, limit: number): Promise<BenchRow[]> {
  const all = await readCount(page)
  if (all !== count) throw new Error(`The density is of ${all} entries, expected ${count}.`)
  const rows: BenchRow[] = []
  for (const what of ['filter', 'bandwidth'] as const) {
    const runs: Change[] = []
    for (let run = 0; run < CHANGES; run++) runs.push(await change(page, what, run % 2 === 0 ? '300' : '250'))
    const own = runs.slice(2)
    const more = {
      'blocked ms': median(own.map(({ blocked }) => blocked)),
      'long tasks': own.reduce((sum, { longTasks }) => sum + longTasks, 0),
    }
    const ours = median(own.map(({ milliseconds }) => milliseconds))
    rows.push(toLessRow({ name: `density-${what}-${count}`, unit: 'ms', ours, peer: limit, target: 1, more }))
  }
  if ((await readCount(page)) !== count) throw new Error('The density did not come back to all entries.')
  return rows
}

async function readCount(page: Page): Promise<number> {
  return Number(await page.getAttribute('[data-density-count]', 'data-density-count'))
}

type Change = { milliseconds: number; blocked: number; longTasks: number }

/** Measured inside the page; messages to itself say how long it answered nothing else. */
async function change(page: Page, what: 'filter' | 'bandwidth', meters: string): Promise<Change> {
  return page.getByRole('checkbox', { name: 'Design', exact: true }).evaluate(
    (box: HTMLInputElement, { isFilter, value }) =>
      new Promise<Change>((done) => {
        const map = document.querySelector('[data-map-state]')
        const slider = document.querySelector<HTMLInputElement>('section input[type="range"]')
        let hasWorked = false
        let isOver = false
        let longTasks = 0
        let blocked = 0
        const observer = new PerformanceObserver((list) => {
          longTasks += list.getEntries().length
        })
        observer.observe({ type: 'longtask' })
        const channel = new MessageChannel()
        let before = performance.now()
        channel.port1.onmessage = () => {
          const now = performance.now()
          blocked = Math.max(blocked, now - before)
          before = now
          if (!isOver) channel.port2.postMessage(null)
        }
        const watch = new MutationObserver(() => {
          if (map?.getAttribute('data-map-state') !== 'idle') {
            hasWorked = true
            return
          }
          if (!hasWorked) return
          watch.disconnect()
          const milliseconds = performance.now() - start
          isOver = true
          setTimeout(() => {
            observer.disconnect()
            done({ milliseconds, blocked, longTasks })
          })
        })
        if (map) watch.observe(map, { attributes: true, attributeFilter: ['data-map-state'] })
        channel.port2.postMessage(null)
        const start = performance.now()
        before = start
        if (isFilter) box.click()
        else if (slider) {
          // As React hears it.
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(slider, value)
          slider.dispatchEvent(new Event('input', { bubbles: true }))
        }
      }),
    { isFilter: what === 'filter', value: meters },
  )
}
