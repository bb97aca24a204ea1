/** Links in mails about an interest: signed by the server and different for each step, so that nothing of them is stored. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { toInterestPath } from '#lib/core/view/paths.ts'

export type InterestStep = 'confirm' | 'reply'
export type InterestLink = { id: string; token: string }

/** The path of a step's page with its signature. */
export function toInterestLink(
  step: InterestStep,
  target: { locale: string; slug: string; id: string },
  secretKey: string,
): string {
  const { locale, slug, id } = target
  return `${toInterestPath(locale, slug, step)}?id=${id}&token=${sign(step, id, secretKey)}`
}

/** The link as an address or a form brings it; null unless this server signed it for this step. */
export function readInterestLink(
  step: InterestStep,
  { id, token }: { id: unknown; token: unknown },
  secretKey: string,
): InterestLink | null {
  if (typeof id !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  if (typeof token !== 'string') return null
  const [given, expected] = [token, sign(step, id, secretKey)].map((text) => Buffer.from(text))
  return given && expected && given.length === expected.length && timingSafeEqual(given, expected)
    ? { id, token }
    : null
}

function sign(step: InterestStep, id: string, secretKey: string): string {
  return createHmac('sha256', secretKey).update(`${step} interest ${id}`).digest('base64url')
}
