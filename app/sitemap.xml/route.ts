/** The index of the pages that search engines may read. */

import { formatSitemapIndex } from '#lib/data/sitemap.ts'
import { respondWithSitemap } from '#lib/data/sitemap-response.ts'
import { toOrigin } from '#lib/http/public-url.ts'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return respondWithSitemap((snapshot) => formatSitemapIndex(snapshot, toOrigin(request.headers)))
}
