/** Mail that waits, went or failed. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OutboxTable } from '#components/staff/admin/outbox-table.tsx'
import { StaffPage } from '#components/staff/staff-page.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { loadOutbox } from '#lib/server/pages/load-administration.ts'
import { loadStaffPage } from '#lib/server/pages/load-staff-page.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'admin' })
  return { title: `${t('outbox')} · Keimzelle`, robots: { index: false } }
}

export default async function Outbox({ params }: Props) {
  const { locale } = await params
  const frame = await loadStaffPage(locale, 'outbox')
  const t = await getTranslations({ locale: toLocale(locale), namespace: 'admin' })
  return (
    <StaffPage frame={frame} title={t('outbox')} lead={t('outboxLead')}>
      {frame.isAllowed && <OutboxTable mails={await loadOutbox()} />}
    </StaffPage>
  )
}
