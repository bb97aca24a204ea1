/** What is stored of visitors. */
import type { Metadata } from 'next'
import { Privacy } from '#components/legal/privacy.tsx'
import { readCity } from '#lib/city.ts'
import { readPhotonHost } from '#lib/data/photon.ts'
import { readPublicPageMetadata } from '#lib/data/public-page-metadata.ts'
import { PublicPage } from '../public-page.tsx'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return readPublicPageMetadata((await params).locale, 'privacy')
}

export default function PrivacyPage({ params }: Props) {
  return (
    <PublicPage params={params} page="privacy">
      <Privacy operator={readCity().operator} photonHost={readPhotonHost()} />
    </PublicPage>
  )
}
