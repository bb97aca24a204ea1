/** Browser tests run on the built app with the embedded default, on a port and in a data folder of their own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { BROWSER_FLAGS, findBrowser } from '#tests/support/browser.ts'
import { freePort } from '#tests/support/postgres.ts'

// Workers read this file again: ports and folder are found once and handed on.
process.env.E2E_PORT ??= String(await freePort())
process.env.E2E_PHOTON_PORT ??= String(await freePort())
if (!process.env.E2E_DATA_DIR) {
  const folder = mkdtempSync(join(tmpdir(), 'keimzelle-e2e-'))
  process.env.E2E_DATA_DIR = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}
const photonURL = `http://127.0.0.1:${process.env.E2E_PHOTON_PORT}`
const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`

/** What staff accepts and brings in stays in the register of the run: these come last. */
const WRITING = /(desk|hostile-pages|identities|private-pages|proposal-links|roles|staff)\.spec/

export default defineConfig({
  projects: [
    { name: 'reading', testIgnore: WRITING },
    { name: 'writing', testMatch: WRITING },
  ],
  testDir: 'tests/e2e',
  // It lets tests import what a build would keep from browsers.
  tsconfig: 'tests/tsconfig.json',
  // Limits for what hangs, not measures: without a graphics card a busy machine draws a map slowly.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  reporter: [['list']],
  use: {
    baseURL,
    locale: 'de-DE',
    // Nothing glides: what is tested is where it arrives.
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1360, height: 860 },
    launchOptions: { executablePath: findBrowser() ?? undefined, args: BROWSER_FLAGS },
    trace: 'retain-on-failure',
  },
  webServer: [
    {
      command: 'exec node tests/support/photon-server.ts',
      url: photonURL,
      env: { PORT: process.env.E2E_PHOTON_PORT, FOLLOW_PARENT: '1' },
    },
    {
      command: 'exec node --conditions=react-server bin/start.ts',
      url: `${baseURL}/readyz`,
      timeout: 120_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
      stdout: 'ignore',
      env: {
        PORT: process.env.E2E_PORT,
        // However the runner ends, and whether it can still stop its servers or not.
        FOLLOW_PARENT: '1',
        DATA_DIR: process.env.E2E_DATA_DIR,
        BASEMAP: 'schematic',
        PHOTON_URL: photonURL,
        // The tests stand for a proxy, so that visitors can come from different addresses.
        TRUST_PROXY: '1',
      },
    },
  ],
})
