/** The explorer stays mounted while its paths change: the explore page and the pages of entries are its contents. */
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { Explorer } from '#components/explorer/explorer.tsx'
import { routing } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'
import { readPublished } from '#lib/server/published/published.ts'

type Props = { children: ReactNode; card: ReactNode; params: Promise<{ locale: string }> }

export default async function ExploreLayout({ children, card, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const city = readCity()
  return (
    <Explorer city={city.name[locale]} camera={city.camera} published={await readPublished()} card={card}>
      {children}
    </Explorer>
  )
}
