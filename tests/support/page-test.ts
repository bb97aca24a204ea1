/** Playwright's `test` with a say in whether pages open their map: a map drawn without a graphics card costs more than all else on a page. */
import { type BrowserContext, test as base } from '@playwright/test'

type Options = {
  /** `off` where a test does not look at the map: pages then say `off` where they would say `idle`. */
  map: 'on' | 'off'
}

export const test = base.extend<Options>({
  map: ['on', { option: true }],
  context: async ({ context, map }, use) => {
    if (map === 'off') await leaveMapOut(context)
    await use(context)
  },
})

/** For a context that a test opens itself: none of its pages opens a map. */
export async function leaveMapOut(context: BrowserContext): Promise<BrowserContext> {
  await context.addInitScript(() => {
    window.mapIsOff = true
  })
  return context
}
