/** The explore page: the first results, readable before any script. The explorer around them is the layout. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { FirstList } from '#components/panels/results/first-list.tsx'
import { routing } from '#lib/core/i18n/routing.ts'
import { parseFilter } from '#lib/core/view/filter.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { readExploreMetadata } from '#lib/server/pages/explore-metadata.ts'
import { loadFirstResults } from '#lib/server/pages/load-explorer.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return readExploreMetadata((await params).locale)
}

export default async function ExplorePage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const asked = toSearchParams(await searchParams)
  return <FirstList first={await loadFirstResults(asked, locale)} exported={parseFilter(asked)} />
}
