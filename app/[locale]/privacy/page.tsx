/** What is stored of visitors. */
import type { Metadata } from 'next'
import { PublicPage } from '#components/frame/public-page.tsx'
import { Privacy } from '#components/legal/privacy.tsx'
import { loadPublicPage } from '#lib/server/pages/load-public-page.ts'
import { readPublicPageMetadata } from '#lib/server/pages/public-page-metadata.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return readPublicPageMetadata((await params).locale, 'privacy')
}

export default async function PrivacyPage({ params }: Props) {
  const { frame, operator, photonHost } = await loadPublicPage((await params).locale)
  return (
    <PublicPage frame={frame} page="privacy">
      <Privacy operator={operator} photonHost={photonHost} />
    </PublicPage>
  )
}
