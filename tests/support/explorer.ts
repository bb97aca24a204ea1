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

  get card(): Locator {
    return this.page.getByRole('article')
  }

  get groupsSwitch(): Locator {
    return this.page.getByRole('button', { name: /^(Gruppen zeigen|Show groups)$/ })
  }

  get groups(): Locator {
    return this.page.getByRole('region', { name: /^(Gruppen von Betrieben|Groups of businesses)$/ })
  }

  async countGroups(): Promise<number> {
    return Number(await this.groups.locator('[data-group-count]').getAttribute('data-group-count'))
  }

  /** The upper middle of the map, where nothing lies over it. */
  async lookAtMap(): Promise<Buffer> {
    const box = await this.map.boundingBox()
    if (!box) throw new Error('There is no map to look at.')
    const clip = { x: box.x + 40, y: box.y + 80, width: box.width / 2, height: box.height / 2 }
    return this.page.screenshot({ clip })
  }
}
