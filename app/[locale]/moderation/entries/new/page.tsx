/** A new entry, written by staff. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewEntry } from '#components/staff/entries/new-entry.tsx'
import { StaffPage } from '#components/staff/staff-page.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { loadNewEntry } from '#lib/server/pages/load-staff-entry.ts'
import { loadStaffPage } from '#lib/server/pages/load-staff-page.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export const metadata: Metadata = { title: 'Keimzelle', robots: { index: false } }

export default async function NewEntryPage({ params, searchParams }: Props) {
  const { locale } = await params
  const frame = await loadStaffPage(locale, 'entries')
  const kind = toSearchParams(await searchParams).get('kind') === 'business' ? 'business' : 'space'
  const t = await getTranslations({ locale: toLocale(locale), namespace: 'editing' })
  return (
    <StaffPage frame={frame} title={t(kind === 'business' ? 'newBusiness' : 'newSpace')}>
      {frame.isAllowed && <NewEntry kind={kind} form={loadNewEntry(kind)} />}
    </StaffPage>
  )
}
