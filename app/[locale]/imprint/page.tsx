/** Who publishes the map. */
import type { Metadata } from 'next'
import { Imprint } from '#components/legal/imprint.tsx'
import { readCity } from '#lib/city.ts'
import { readPublicPageMetadata } from '#lib/data/public-page-metadata.ts'
import { PublicPage } from '../public-page.tsx'

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
