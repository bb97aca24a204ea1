/** The explorer stays mounted while its paths change: the explore page and the pages of entries are its contents. */
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { Explorer } from '#components/explorer.tsx'
import { readCity } from '#lib/city.ts'
import { readPublished } from '#lib/data/published.ts'
import { routing } from '#lib/i18n/routing.ts'

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
