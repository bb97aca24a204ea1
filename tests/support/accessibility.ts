/**
 * What axe finds on a page, one line each; nothing is the goal. Asked in the page itself and of violations alone: the way through axe's
 * own builder opens a second page and carries every passed rule over, which takes four times as long.
 */
import type { Page } from '@playwright/test'
import axe from 'axe-core'

export async function findBarriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source};0`)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}
