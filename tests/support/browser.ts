/** Finds a Chromium for the browser tests: an installed one, Playwright's own, the distribution's package. */
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { runCommand } from '#bin/lanes.ts'

const INSTALLED = [
  // The same engine without windows: a page opens in half the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Software WebGL, and no call home: the browser tests run without a display and without a network. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Only the map is drawn by GL; a page that goes through software GL too takes twice as long.
  '--disable-gpu-compositing',
  '--disable-gpu-rasterization',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Path of a browser that is there, or null. */
export function findBrowser(): string | null {
  const own = chromium.executablePath()
  return [process.env.CHROMIUM_PATH ?? '', ...INSTALLED, own].find((path) => path && existsSync(path)) ?? null
}

/** Tries to get a browser; null when neither the download nor the package manager gives one. */
export async function installBrowser(): Promise<string | null> {
  console.log('No browser found: trying the download, then the package of the distribution.')
  await runCommand('timeout', ['120', 'playwright', 'install', 'chromium']).catch(() => undefined)
  return findBrowser() ?? ((await installPackages(['chromium-headless-shell'])) ? findBrowser() : null)
}

/** Installs packages by apt as root; false where that is not possible. */
export async function installPackages(names: string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand('apt-get', ['update', '-q'], env)
  return (
    (await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], env)).code ===
    0
  )
}
