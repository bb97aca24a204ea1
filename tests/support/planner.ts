/** Drives the page of planning in the words of planners; waits for what the page says of itself, never for time. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { waitForRest } from './at-rest.ts'

export class Planner {
  readonly page: Page
  readonly map: Locator
  readonly comparison: Locator

  constructor(page: Page) {
    this.page = page
    this.map = page.locator('[data-map-state]')
    this.comparison = page.locator('[data-compared]')
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await this.isAtRest()
  }

  /** Waits until map and numbers show what the view asks for. */
  async isAtRest(): Promise<void> {
    await waitForRest(this.page)
  }

  /** How many areas the page says that it found. */
  async countAreas(): Promise<number> {
    return Number(await this.page.locator('[data-area-count]').getAttribute('data-area-count'))
  }

  /** An area of the list by its letter. */
  area(letter: string): Locator {
    return this.page.locator(`[data-area="${letter}"]`)
  }

  /** The button that leads to an area. */
  areaButton(letter: string): Locator {
    return this.area(letter).getByRole('button')
  }

  /** The areas that were found, by name, in their order. */
  async namesOfAreas(): Promise<string[]> {
    const texts = await this.page.locator('[data-area]').getByRole('button').allTextContents()
    // The letter is read out before the name.
    return texts.map((text) => text.replace(/^[A-Z]+, /, ''))
  }

  compareBox(letter: string): Locator {
    return this.area(letter).getByRole('checkbox')
  }

  /** The card of the chosen area. */
  get card(): Locator {
    return this.page.getByRole('article').filter({ has: this.page.locator('dl') })
  }

  /** The scores of the compared areas, as they are read. */
  async scores(): Promise<string[]> {
    return (await this.comparison.locator('[data-score]').allTextContents()).map((text) => text.trim())
  }

  /** How many businesses each of the compared areas has. */
  async countBusinesses(): Promise<number[]> {
    const row = this.comparison.getByRole('row', { name: /^(Kreativbetriebe|Betriebe|Businesses)/ }).first()
    return (await row.getByRole('cell').allTextContents()).map((text) => Number.parseInt(text, 10))
  }

  slider(name: string): Locator {
    return this.page.getByRole('slider', { name, exact: true })
  }

  /** Takes something along; returns the file's name and text. */
  async download(button: string): Promise<{ name: string; text: string }> {
    const started = this.page.waitForEvent('download')
    await this.page.getByRole('button', { name: button }).click()
    const download = await started
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
  }

  /** The middle of the map, where nothing lies over it. */
  async lookAtMap(): Promise<Buffer> {
    const box = await this.map.boundingBox()
    if (!box) throw new Error('There is no map to look at.')
    const clip = { x: box.x + 60, y: box.y + 150, width: box.width / 2, height: box.height / 3 }
    return this.page.screenshot({ clip })
  }
}
