/** Who publishes the map. */
import type { Metadata } from 'next'
import { PublicPage } from '#components/frame/public-page.tsx'
import { Imprint } from '#components/legal/imprint.tsx'
import { loadPublicPage } from '#lib/server/pages/load-public-page.ts'
import { readPublicPageMetadata } from '#lib/server/pages/public-page-metadata.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return readPublicPageMetadata((await params).locale, 'imprint')
}

export default async function ImprintPage({ params }: Props) {
  const { frame, operator } = await loadPublicPage((await params).locale)
  return (
    <PublicPage frame={frame} page="imprint">
      <Imprint operator={operator} />
    </PublicPage>
  )
}
