/** The index of the pages that search engines may read. */

import { toOrigin } from '#lib/server/http/public-url.ts'
import { formatSitemapIndex } from '#lib/server/pages/sitemap.ts'
import { respondWithSitemap } from '#lib/server/pages/sitemap-response.ts'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return respondWithSitemap((snapshot) => formatSitemapIndex(snapshot, toOrigin(request.headers)))
}
