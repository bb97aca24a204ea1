/**
 * Waits until a page with a map shows what it was asked for: by what it says of itself, never by time. Looked at in each frame, since
 * every page of the tests waits here.
 */
import type { Page } from '@playwright/test'

export async function waitForRest(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const map = document.querySelector('[data-map-state]')
    const state = map?.getAttribute('data-map-state')
    return (state === 'idle' || state === 'off') && !document.querySelector('[aria-busy=true]')
  })
}
