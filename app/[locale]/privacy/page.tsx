/** What is stored of visitors. */
import type { Metadata } from 'next'
import { PublicPage } from '#components/frame/public-page.tsx'
import { Privacy } from '#components/legal/privacy.tsx'
import { readCity } from '#lib/server/city.ts'
import { readPhotonHost } from '#lib/server/geocoding/photon.ts'
import { readPublicPageMetadata } from '#lib/server/pages/public-page-metadata.ts'

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
