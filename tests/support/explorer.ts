/** Drives the explore page in the words of its users; waits for what the page says of itself, never for time. */
import { expect, type Locator, type Page } from '@playwright/test'

export class Explorer {
  readonly page: Page
  readonly items: Locator
  readonly map: Locator

  constructor(page: Page) {
    this.page = page
    this.items = page.locator('[data-entry-id]')
    this.map = page.locator('[data-map-state]')
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await this.isAtRest()
    await expect(this.items.first().getByRole('link')).toBeVisible()
  }

  /** Waits until the map shows what filter and camera ask for. */
  async isAtRest(): Promise<void> {
    await expect(this.map).toHaveAttribute('data-map-state', 'idle')
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

  /** The sheet of the list or of a card; `data-height` says where it stands. */
  sheet(subject: 'list' | 'card'): Locator {
    return this.page.locator(subject === 'card' ? '.sheet[data-closable]' : '.sheet:not([data-closable])')
  }

  get card(): Locator {
    return this.page.getByRole('article')
  }
}
