/** A request of a page that never arrived, to be sent by others. */
import type { Page } from '@playwright/test'
import { readBuiltActions } from './server-actions.ts'

export type KeptRequest = { url: string; headers: Record<string, string>; body: Buffer }

/** Does a step on a page and keeps what the browser sends to the action (`file#function`), which hears nothing of it; without the cookies. */
export async function keepRequest(
  page: Page,
  action: string,
  step: () => Promise<unknown>,
): Promise<KeptRequest> {
  const id = readBuiltActions().find(({ name }) => name === action)?.id
  if (!id) throw new Error(`There is no action ${action} in the build.`)
  const kept = Promise.withResolvers<KeptRequest>()
  await page.route('**/*', async (route) => {
    const request = route.request()
    const { cookie: _, ...headers } = request.headers()
    if (headers['next-action'] !== id) return route.fallback()
    kept.resolve({ url: request.url(), headers, body: request.postDataBuffer() ?? Buffer.alloc(0) })
    await route.abort()
  })
  await step()
  return kept.promise
}

/** As a page of the app would with these cookies; follows nowhere and keeps nothing. */
export async function sendAgain(
  { url, headers, body }: KeptRequest,
  cookie: string,
): Promise<{ status: number; text: string }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers, origin: new URL(url).origin, ...(cookie && { cookie }) },
    body: new Uint8Array(body),
    redirect: 'manual',
  })
  return { status: answer.status, text: await answer.text() }
}
