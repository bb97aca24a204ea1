/** What belongs to the signed-in person. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountPage } from '#components/account/account-page.tsx'
import { StaffPage } from '#components/staff/staff-page.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { loadAccount } from '#lib/server/pages/load-account.ts'
import { loadStaffPage } from '#lib/server/pages/load-staff-page.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'account' })
  return { title: `${t('title')} · Keimzelle`, robots: { index: false } }
}

export default async function Account({ params }: Props) {
  const { locale } = await params
  const frame = await loadStaffPage(locale, 'account')
  const t = await getTranslations({ locale: toLocale(locale), namespace: 'account' })
  return (
    <StaffPage frame={frame} title={t('title')}>
      <AccountPage locale={locale} account={await loadAccount(locale)} />
    </StaffPage>
  )
}
