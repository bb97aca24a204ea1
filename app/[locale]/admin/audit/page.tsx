/** What was done, by whom. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditTable } from '#components/staff/admin/audit-table.tsx'
import { StaffPage } from '#components/staff/staff-page.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { loadAudit } from '#lib/server/pages/load-administration.ts'
import { loadStaffPage } from '#lib/server/pages/load-staff-page.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'admin' })
  return { title: `${t('audit')} · Keimzelle`, robots: { index: false } }
}

export default async function Audit({ params, searchParams }: Props) {
  const { locale } = await params
  const frame = await loadStaffPage(locale, 'audit')
  const asked = toSearchParams(await searchParams).get('before') ?? ''
  const before = /^\d{1,15}$/.test(asked) ? Number(asked) : null
  const t = await getTranslations({ locale: toLocale(locale), namespace: 'admin' })
  return (
    <StaffPage frame={frame} title={t('audit')} lead={t('auditLead')}>
      {frame.isAllowed && <AuditTable locale={locale} page={await loadAudit(before)} />}
    </StaffPage>
  )
}
