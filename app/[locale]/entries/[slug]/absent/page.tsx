/** What stands in place of an entry that is not there. The proxy shows it under the entry's own address and says 404 or 410. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AbsentEntry } from '#components/absent/absent-entry.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { loadAbsentEntry, loadDeparture } from '#lib/server/pages/load-entry.ts'

type Props = { params: Promise<{ locale: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const departure = await loadDeparture(decodeURIComponent(slug))
  const t = await getTranslations({ locale: toLocale(locale), namespace: 'absent' })
  return { title: t(`${departure ?? 'unknown'}.title`), robots: { index: false, follow: true } }
}

export default async function AbsentPage({ params }: Props) {
  const { locale, slug } = await params
  return <AbsentEntry {...(await loadAbsentEntry(decodeURIComponent(slug), toLocale(locale)))} />
}
