/** What was done, by whom. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditTable } from '#components/staff/audit-table.tsx'
import { StaffPage } from '#components/staff/staff-page.tsx'
import { type Asked, toSearchParams } from '#lib/domain/paths.ts'
import { toLocale } from '#lib/i18n/routing.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'admin' })
  return { title: `${t('audit')} · Keimzelle`, robots: { index: false } }
}

export default async function Audit({ params, searchParams }: Props) {
  const { locale } = await params
  const asked = toSearchParams(await searchParams).get('before') ?? ''
  const before = /^\d{1,15}$/.test(asked) ? Number(asked) : null
  const t = await getTranslations({ locale: toLocale(locale), namespace: 'admin' })
  return (
    <StaffPage locale={locale} page="audit" title={t('audit')} lead={t('auditLead')}>
      <AuditTable locale={locale} before={before} />
    </StaffPage>
  )
}
