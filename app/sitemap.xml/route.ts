/** The index of the pages that search engines may read. */
import { toOrigin } from '#lib/data/public-url.ts'
import { formatSitemapIndex } from '#lib/data/sitemap.ts'
import { respondWithSitemap } from '#lib/data/sitemap-response.ts'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return respondWithSitemap((snapshot) => formatSitemapIndex(snapshot, toOrigin(request.headers)))
}
