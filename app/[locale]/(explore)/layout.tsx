/** The explorer stays mounted while its paths change: the explore page and the pages of entries are its contents. */
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { Explorer } from '#components/explorer/explorer.tsx'
import { routing } from '#lib/core/i18n/routing.ts'
import { loadExplorer } from '#lib/server/pages/load-explorer.ts'

type Props = { children: ReactNode; card: ReactNode; params: Promise<{ locale: string }> }

export default async function ExploreLayout({ children, card, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  return (
    <Explorer {...(await loadExplorer(locale))} card={card}>
      {children}
    </Explorer>
  )
}
