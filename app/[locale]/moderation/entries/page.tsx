/** Entries of every status, to be found and edited. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EntryFinder } from '#components/staff/entries/entry-finder.tsx'
import { StaffPage } from '#components/staff/staff-page.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { loadFoundEntries } from '#lib/server/pages/load-staff-entry.ts'
import { loadStaffPage } from '#lib/server/pages/load-staff-page.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'editing' })
  return { title: `${t('title')} · Keimzelle`, robots: { index: false } }
}

export default async function Entries({ params, searchParams }: Props) {
  const { locale } = await params
  const frame = await loadStaffPage(locale, 'entries')
  const words = (toSearchParams(await searchParams).get('q') ?? '').slice(0, 200)
  const t = await getTranslations({ locale: toLocale(locale), namespace: 'editing' })
  return (
    <StaffPage frame={frame} title={t('title')} lead={t('lead')}>
      {frame.isAllowed && (
        <EntryFinder locale={locale} words={words} entries={await loadFoundEntries(words)} />
      )}
    </StaffPage>
  )
}
