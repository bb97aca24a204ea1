/** A part of the list of pages: `/sitemaps/0.xml` and so on. */

import { toOrigin } from '#lib/server/http/public-url.ts'
import { formatSitemapPart } from '#lib/server/pages/sitemap.ts'
import { respondWithSitemap } from '#lib/server/pages/sitemap-response.ts'

export const dynamic = 'force-dynamic'

export async function GET(
  request: Request,
  { params }: { params: Promise<{ part: string }> },
): Promise<Response> {
  const [, part] = /^(\d{1,4})\.xml$/.exec((await params).part) ?? []
  return respondWithSitemap((snapshot) =>
    part === undefined ? null : formatSitemapPart(snapshot, toOrigin(request.headers), Number(part)),
  )
}
