/** The explore page: the first results, readable before any script. The explorer around them is the layout. */
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { FirstList } from '#components/panels/first-list.tsx'
import { readFirstResults } from '#lib/data/first-results.ts'
import { parseFilter } from '#lib/domain/filter.ts'
import { routing } from '#lib/i18n/routing.ts'

const FIRST_ENTRIES = 50

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ExplorePage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const asked = Object.entries(await searchParams).map(([key, value]) => [key, String(value ?? '')])
  const first = await readFirstResults(parseFilter(new URLSearchParams(asked)), FIRST_ENTRIES)
  return <FirstList first={first} />
}
