/** What axe finds on a page, one line each; nothing is the goal. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
