/** The map in easy language. */
import type { Metadata } from 'next'
import { PublicPage } from '#components/frame/public-page.tsx'
import { EasyRead } from '#components/legal/easy-read.tsx'
import { loadPublicPage } from '#lib/server/pages/load-public-page.ts'
import { readPublicPageMetadata } from '#lib/server/pages/public-page-metadata.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return readPublicPageMetadata((await params).locale, 'easy')
}

export default async function EasyPage({ params }: Props) {
  const { frame, operator } = await loadPublicPage((await params).locale)
  return (
    <PublicPage frame={frame} page="easy">
      <EasyRead city={frame.city} operator={operator} />
    </PublicPage>
  )
}
