/** What stands in place of an entry that is not there. The proxy shows it under the entry's own address and says 404 or 410. */
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AbsentEntry } from '#components/absent/absent-entry.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { toEntryPath } from '#lib/core/view/paths.ts'
import { readCity } from '#lib/server/city.ts'
import { findAbsence, findSimilarEntries } from '#lib/server/published/absence.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

type Props = { params: Promise<{ locale: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const absence = await findAbsence(decodeURIComponent(slug))
  const t = await getTranslations({ locale: toLocale(locale), namespace: 'absent' })
  return { title: t(`${absence?.departure ?? 'unknown'}.title`), robots: { index: false, follow: true } }
}

export default async function AbsentPage({ params }: Props) {
  const { locale: asked, slug: encoded } = await params
  const locale = toLocale(asked)
  const slug = decodeURIComponent(encoded)
  const absence = await findAbsence(slug)
  if (!absence || absence.successor) redirect(toEntryPath(locale, absence?.successor ?? slug))
  const { departure } = absence
  return (
    <AbsentEntry
      city={readCity().name[locale]}
      isDemonstration={(await readSnapshot()).demonstration}
      departure={departure}
      // Of an entry that left, not even the name in its address is said again.
      asked={departure ? '' : slug.replaceAll('-', ' ')}
      similar={departure ? [] : await findSimilarEntries(slug)}
    />
  )
}
