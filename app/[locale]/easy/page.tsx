/** The map in easy language. */
import type { Metadata } from 'next'
import { PublicPage } from '#components/frame/public-page.tsx'
import { EasyRead } from '#components/legal/easy-read.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'
import { readPublicPageMetadata } from '#lib/server/pages/public-page-metadata.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return readPublicPageMetadata((await params).locale, 'easy')
}

export default async function EasyPage({ params }: Props) {
  const { name, operator } = readCity()
  return (
    <PublicPage params={params} page="easy">
      <EasyRead city={name[toLocale((await params).locale)]} operator={operator} />
    </PublicPage>
  )
}
