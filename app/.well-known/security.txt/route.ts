/** Where security researchers report what they found (RFC 9116). */

import { LOCALES } from '#lib/core/i18n/routing.ts'
import { toPublicPagePath } from '#lib/core/view/paths.ts'
import { readCity } from '#lib/server/city.ts'
import { toOrigin } from '#lib/server/http/public-url.ts'

export const dynamic = 'force-dynamic'

/** Less than the year that the RFC asks for, and never in the past as long as the server runs. */
const LIFE_MILLISECONDS = 180 * 86_400_000

export function GET(request: Request): Response {
  const origin = toOrigin(request.headers)
  const expires = new Date(Date.now() + LIFE_MILLISECONDS)
  expires.setUTCHours(0, 0, 0, 0)
  const lines = [
    `Contact: mailto:${readCity().operator.security.email}`,
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${LOCALES.join(', ')}`,
    `Policy: ${origin}${toPublicPagePath('en', 'imprint')}#security`,
    `Canonical: ${origin}/.well-known/security.txt`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' },
  })
}
