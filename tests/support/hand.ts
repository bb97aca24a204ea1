/** A person's hand on a page: a mouse, a finger, or the keyboard alone, so that one journey can be gone in each way. */
import type { Locator, Page } from '@playwright/test'

export type Means = 'mouse' | 'finger' | 'keyboard'

/** More stops than the longest page has; a trap would end the test. */
const MAX_STOPS = 300

export class Hand {
  readonly page: Page
  readonly means: Means
  /** Clicks, taps, or keys that press something; not the walking and the writing. */
  presses = 0

  constructor(page: Page, means: Means) {
    this.page = page
    this.means = means
  }

  /** A link, a button, a summary, a box or one of several radios. */
  async press(what: Locator): Promise<void> {
    this.presses += 1
    if (this.means === 'mouse') return what.click()
    if (this.means === 'finger') return what.tap()
    await this.#reach(what)
    const isTicked = await what.evaluate((element) => element instanceof HTMLInputElement)
    await this.page.keyboard.press(isTicked ? 'Space' : 'Enter')
  }

  /** Writes into a field in place of what stands there. */
  async write(field: Locator, text: string): Promise<void> {
    if (this.means !== 'keyboard') return field.fill(text)
    await this.#reach(field)
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.type(text)
  }

  /** Chooses from a list by the words that are read there. */
  async choose(list: Locator, label: string): Promise<void> {
    if (this.means !== 'keyboard') {
      await list.selectOption({ label })
      return
    }
    await this.#reach(list)
    await this.page.keyboard.type(label)
  }

  /** Walks by Tab, and by arrows among radios, as somebody does who sees only where the focus is. */
  async #reach(what: Locator): Promise<void> {
    for (let stop = 0; stop < MAX_STOPS; stop += 1) {
      const where = await what.evaluate((wanted) => {
        const active = document.activeElement
        if (active === wanted) return 'there'
        const isSibling =
          wanted instanceof HTMLInputElement &&
          active instanceof HTMLInputElement &&
          wanted.type === 'radio' &&
          active.name === wanted.name
        return isSibling ? 'beside' : 'elsewhere'
      })
      if (where === 'there') return
      await this.page.keyboard.press(where === 'beside' ? 'ArrowRight' : 'Tab')
    }
    throw new Error(`The keyboard does not reach ${what}.`)
  }
}
