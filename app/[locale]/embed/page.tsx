/** The map or its list in a frame of somebody else's page, with the filter in the address. */
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { EmbedExplorer } from '#components/explorer/embed-explorer.tsx'
import { FirstList } from '#components/panels/results/first-list.tsx'
import { routing } from '#lib/core/i18n/routing.ts'
import { parseEmbedPart } from '#lib/core/view/embed.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { loadExplorer, loadFirstResults } from '#lib/server/pages/load-explorer.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export const dynamic = 'force-dynamic'
export const metadata = { robots: { index: false } }

export default async function EmbedPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const asked = toSearchParams(await searchParams)
  return (
    <EmbedExplorer {...(await loadExplorer(locale))} part={parseEmbedPart(asked.get('show'))}>
      <FirstList first={await loadFirstResults(asked, locale)} linkTarget="_blank" />
    </EmbedExplorer>
  )
}
