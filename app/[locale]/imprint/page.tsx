/** Who publishes the map. */
import type { Metadata } from 'next'
import { PublicPage } from '#components/frame/public-page.tsx'
import { Imprint } from '#components/legal/imprint.tsx'
import { readCity } from '#lib/server/city.ts'
import { readPublicPageMetadata } from '#lib/server/pages/public-page-metadata.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return readPublicPageMetadata((await params).locale, 'imprint')
}

export default function ImprintPage({ params }: Props) {
  return (
    <PublicPage params={params} page="imprint">
      <Imprint operator={readCity().operator} />
    </PublicPage>
  )
}
