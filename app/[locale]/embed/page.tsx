/** The map or its list in a frame of somebody else's page, with the filter in the address. */
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { EmbedExplorer } from '#components/embed-explorer.tsx'
import { FirstList } from '#components/panels/first-list.tsx'
import { readCity } from '#lib/city.ts'
import { readFirstResults } from '#lib/data/first-results.ts'
import { readPublished } from '#lib/data/published.ts'
import { parseEmbedPart } from '#lib/domain/embed.ts'
import { type Asked, toSearchParams } from '#lib/domain/paths.ts'
import { routing } from '#lib/i18n/routing.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export const dynamic = 'force-dynamic'
export const metadata = { robots: { index: false } }

export default async function EmbedPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const asked = toSearchParams(await searchParams)
  const city = readCity()
  return (
    <EmbedExplorer
      city={city.name[locale]}
      camera={city.camera}
      part={parseEmbedPart(asked.get('show'))}
      published={await readPublished()}
    >
      <FirstList first={await readFirstResults(asked, locale)} linkTarget="_blank" />
    </EmbedExplorer>
  )
}
