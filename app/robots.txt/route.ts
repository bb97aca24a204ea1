/** What search engines may read: every page, but not the single tiles of the map. */
import { toOrigin } from '#lib/server/http/public-url.ts'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Response {
  const lines = [
    'User-agent: *',
    'Disallow: /basemap/',
    '',
    `Sitemap: ${toOrigin(request.headers)}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
