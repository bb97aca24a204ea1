/** The explore page: the first results from the server, then the explorer. */
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { Explorer } from '#components/explorer.tsx'
import { readCity } from '#lib/city.ts'
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
  const city = readCity()
  return <Explorer first={first} city={city.name[locale]} camera={city.camera} />
}
