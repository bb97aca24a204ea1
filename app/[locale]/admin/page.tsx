/** People and their roles. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PeopleTable } from '#components/staff/admin/people-table.tsx'
import { StaffPage } from '#components/staff/staff-page.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { loadPeople } from '#lib/server/pages/load-administration.ts'
import { loadStaffPage } from '#lib/server/pages/load-staff-page.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'admin' })
  return { title: `${t('people')} · Keimzelle`, robots: { index: false } }
}

export default async function People({ params, searchParams }: Props) {
  const { locale } = await params
  const frame = await loadStaffPage(locale, 'admin')
  const asked = toSearchParams(await searchParams)
  const t = await getTranslations({ locale: toLocale(locale), namespace: 'admin' })
  return (
    <StaffPage frame={frame} title={t('people')} lead={t('peopleLead')}>
      {frame.isAllowed && <PeopleTable locale={locale} people={await loadPeople()} asked={asked} />}
    </StaffPage>
  )
}
