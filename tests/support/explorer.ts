/** Drives the explore page in the words of its users; waits for what the page says of itself, never for time. */
import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { waitForRest } from './at-rest.ts'

/** Whatever the page asks for to have the entries: the version that it was written with, and the pointer to the present one. */
export const SNAPSHOT_FILES = /\/data\/(current|f\d+-\d+)/

export class ExplorerDriver {
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

  /** Waits until list and map show what filter and camera ask for. */
  async isAtRest(): Promise<void> {
    await waitForRest(this.page)
  }

  /** Says how many entries are shown, and why these. */
  get sentence(): Locator {
    return this.page.locator('[data-result-count]')
  }

  async count(): Promise<number> {
    return Number(await this.sentence.getAttribute('data-result-count'))
  }

  discipline(name: string): Locator {
    return this.choice(name)
  }

  /** A value of the filter that one ticks. */
  choice(name: string): Locator {
    return this.page.getByRole('checkbox', { name, exact: true })
  }

  /** The button behind which spaces are filtered by more than their use. */
  get spaceDetails(): Locator {
    return this.page.getByRole('region', { name: /^(Räume filtern|Filter spaces)$/ }).getByRole('button')
  }

  get areaFrom(): Locator {
    return this.page.getByLabel(/^(Fläche von|Area from)/)
  }

  kind(name: RegExp): Locator {
    return this.page.getByRole('radio', { name })
  }

  /** The header of a column of the table. */
  column(name: string): Locator {
    return this.page.getByRole('columnheader', { name })
  }

  /** The names of the entries that are shown, from top to bottom. */
  async names(): Promise<string[]> {
    return this.items.evaluateAll((items) =>
      items.map((item) => item.querySelector('a > :last-child > :first-child, th a')?.textContent ?? ''),
    )
  }

  /** The entries that are shown, from top to bottom. */
  async slugs(): Promise<string[]> {
    return this.items.evaluateAll((items) => items.map((item) => item.getAttribute('data-entry-id') ?? ''))
  }

  /** Takes the filtered entries along; returns the file's name and text. */
  async download(format: 'CSV' | 'GeoJSON'): Promise<{ name: string; text: string }> {
    await this.page.getByLabel('Herunterladen').click()
    const started = this.page.waitForEvent('download')
    await this.page.getByRole('link', { name: new RegExp(`^${format}`) }).click()
    const download = await started
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
  }

  get search(): Locator {
    return this.page.getByRole('search').getByRole('combobox')
  }

  suggestion(name: string | RegExp): Locator {
    return this.page.getByRole('option', { name })
  }

  /** The pin of an address or street that was looked for. */
  get pin(): Locator {
    return this.page.locator('[data-place]')
  }

  /** The sheet of the list or of a card; `data-height` says where it stands. */
  sheet(subject: 'list' | 'card'): Locator {
    return this.page.locator(subject === 'card' ? '.sheet[data-closable]' : '.sheet:not([data-closable])')
  }

  /** The marks on the map, largest first, as the keyboard and a screen reader find them. */
  get marks(): Locator {
    return this.page
      .getByRole('region', { name: /Zeichen im Kartenausschnitt|Marks in this view/ })
      .getByRole('button')
  }

  get zoom(): number {
    return Number(new URL(this.page.url()).searchParams.get('c')?.split(',')[2])
  }

  get card(): Locator {
    return this.page.getByRole('article')
  }

  get densitySwitch(): Locator {
    return this.page.getByRole('button', { name: /^(Dichte zeigen|Show density)$/ })
  }

  get density(): Locator {
    return this.page.getByRole('region', { name: /^(Dichte der Einträge|Density of entries)$/ })
  }

  /** How many entries the density is of. */
  async countDense(): Promise<number> {
    return Number(await this.density.locator('[data-density-count]').getAttribute('data-density-count'))
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

  /** As they are read, in their order. */
  async namesOfGroups(): Promise<string[]> {
    return this.groups.locator('[data-group-name]').allTextContents()
  }

  /** The upper middle of the map, where nothing lies over it. */
  async lookAtMap(): Promise<Buffer> {
    const box = await this.map.boundingBox()
    if (!box) throw new Error('There is no map to look at.')
    const clip = { x: box.x + 40, y: box.y + 80, width: box.width / 2, height: box.height / 2 }
    return this.page.screenshot({ clip })
  }
}
