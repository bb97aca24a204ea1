/** People and their roles. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PeopleTable } from '#components/staff/people-table.tsx'
import { StaffPage } from '#components/staff/staff-page.tsx'
import { type Asked, toSearchParams } from '#lib/domain/paths.ts'
import { toLocale } from '#lib/i18n/routing.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'admin' })
  return { title: `${t('people')} · Keimzelle`, robots: { index: false } }
}

export default async function People({ params, searchParams }: Props) {
  const { locale } = await params
  const asked = toSearchParams(await searchParams)
  const t = await getTranslations({ locale: toLocale(locale), namespace: 'admin' })
  return (
    <StaffPage locale={locale} page="admin" title={t('people')} lead={t('peopleLead')}>
      <PeopleTable locale={locale} asked={asked} />
    </StaffPage>
  )
}
