/** Files brought into the register by staff, and what became of earlier ones. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportView } from '#components/staff/import/import-view.tsx'
import { StaffPage } from '#components/staff/staff-page.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { loadImport } from '#lib/server/pages/load-import.ts'
import { loadStaffPage } from '#lib/server/pages/load-staff-page.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'importing' })
  return { title: `${t('title')} · Keimzelle`, robots: { index: false } }
}

export default async function Import({ params, searchParams }: Props) {
  const { locale } = await params
  const frame = await loadStaffPage(locale, 'import')
  const job = toSearchParams(await searchParams).get('job')
  const t = await getTranslations({ locale: toLocale(locale), namespace: 'importing' })
  return (
    <StaffPage frame={frame} title={t('title')} lead={t('lead')}>
      {frame.isAllowed && <ImportView page={await loadImport(job, frame.locale)} />}
    </StaffPage>
  )
}
