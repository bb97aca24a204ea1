/** Drives the pages of proposals in the words of those who propose, with script or without. */
import type { Locator, Page } from '@playwright/test'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { waitForRest } from './at-rest.ts'
import { takeMails } from './outbox.ts'

export class Proposer {
  readonly page: Page
  readonly map: Locator

  constructor(page: Page) {
    this.page = page
    this.map = page.locator('[data-map-state]')
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await this.isAtRest()
  }

  /** Waits until the form and its map have come. */
  async isAtRest(): Promise<void> {
    await waitForRest(this.page)
  }

  field(name: string): Locator {
    return this.page.locator(`[name="${name}"]`)
  }

  choice(name: string): Locator {
    return this.page.getByLabel(name, { exact: true })
  }

  /** The last of the uses of a space to choose from. */
  get lastUse(): Locator {
    return this.page.getByRole('radio').and(this.page.locator('[name="use"]')).last()
  }

  get more(): Locator {
    return this.page.locator('summary', { hasText: /^(Mehr Angaben|More about|Einzelne|Change individual)/ })
  }

  get nearBy(): Locator {
    return this.page.getByRole('region', { name: /^(Ist es einer von diesen|Is it one of these)/ })
  }

  /** The summary of what is wrong. */
  get faults(): Locator {
    return this.page.getByRole('alert').filter({ hasText: /./ })
  }

  get sendButton(): Locator {
    return this.page.getByRole('button', { name: /^(Vorschlag senden|Send proposal)$/ })
  }

  get reference(): Locator {
    return this.page.locator('[data-reference]')
  }

  get state(): Locator {
    return this.page.locator('[data-state]')
  }

  /** The hint beside a field, of what is wrong with it. */
  faultOf(name: string): Locator {
    return this.page.locator(`#field-${name}-fault`)
  }
}

/** The path in the last mail of a template to an address, taken as an admin sees the outbox. */
export async function readMailedPath(
  admin: AdminClient,
  recipient: string,
  template: string,
): Promise<string> {
  const mail = (await takeMails(admin, { recipient, template })).at(-1)
  if (!mail) throw new Error(`There is no ${template} to ${recipient}.`)
  const { confirm_path, status_path } = mail.data as Record<string, string | undefined>
  return confirm_path ?? status_path ?? ''
}
