/** Drives the explore page in the words of its users; waits for what the page says of itself, never for time. */
import { expect, type Locator, type Page } from '@playwright/test'

export class Explorer {
  readonly page: Page
  readonly items: Locator

  constructor(page: Page) {
    this.page = page
    this.items = page.locator('[data-entry-id]')
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await expect(this.page.locator('[data-map-state]')).toHaveAttribute('data-map-state', 'idle')
    await expect(this.items.first().getByRole('button')).toBeVisible()
  }

  async count(): Promise<number> {
    return Number(await this.page.locator('[data-result-count]').getAttribute('data-result-count'))
  }

  discipline(name: string): Locator {
    return this.page.getByRole('checkbox', { name, exact: true })
  }

  kind(name: RegExp): Locator {
    return this.page.getByRole('radio', { name })
  }

  get card(): Locator {
    return this.page.getByRole('article')
  }
}
