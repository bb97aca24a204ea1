/** The queue of proposals and imported entries. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ModerationQueue } from '#components/staff/queue/moderation-queue.tsx'
import { StaffPage } from '#components/staff/staff-page.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams } from '#lib/core/view/paths.ts'
import { loadQueue } from '#lib/server/pages/load-queue.ts'
import { loadStaffPage } from '#lib/server/pages/load-staff-page.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'moderation' })
  return { title: `${t('title')} · Keimzelle`, robots: { index: false } }
}

export default async function Moderation({ params, searchParams }: Props) {
  const { locale } = await params
  const frame = await loadStaffPage(locale, 'moderation')
  const asked = toSearchParams(await searchParams)
  const t = await getTranslations({ locale: toLocale(locale), namespace: 'moderation' })
  return (
    <StaffPage frame={frame} title={t('title')} isWide>
      {frame.isAllowed && <ModerationQueue locale={locale} page={await loadQueue(asked)} />}
    </StaffPage>
  )
}
