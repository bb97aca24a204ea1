/** Waits until a page with a map shows what it was asked for: by what it says of itself, never by time. */
import { expect, type Page } from '@playwright/test'

export async function waitForRest(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await expect(page.locator('[data-map-state]')).toHaveAttribute('data-map-state', 'idle')
}
