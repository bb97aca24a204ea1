/** The map in easy language. */
import type { Metadata } from 'next'
import { EasyRead } from '#components/legal/easy-read.tsx'
import { readCity } from '#lib/city.ts'
import { readPublicPageMetadata } from '#lib/data/public-page-metadata.ts'
import { toLocale } from '#lib/i18n/routing.ts'
import { PublicPage } from '../public-page.tsx'

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
