/** One entry, to be edited, archived, brought back or merged. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EntryEditor } from '#components/staff/entries/entry-editor.tsx'
import { StaffPage } from '#components/staff/staff-page.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { type Asked, toSearchParams, toStaffEntryPath } from '#lib/core/view/paths.ts'
import { loadStaffEntry } from '#lib/server/pages/load-staff-entry.ts'
import { loadStaffPage } from '#lib/server/pages/load-staff-page.ts'

type Props = { params: Promise<{ locale: string; slug: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'moderation' })
  return { title: `${t('entry')} · Keimzelle`, robots: { index: false } }
}

export default async function Entry({ params, searchParams }: Props) {
  const { locale, slug } = await params
  const frame = await loadStaffPage(locale, 'entries', toStaffEntryPath(locale, slug))
  const asked = toSearchParams(await searchParams)
  const t = await getTranslations({ locale: toLocale(locale), namespace: 'moderation' })
  return (
    <StaffPage frame={frame} title={t('entry')}>
      {frame.isAllowed && (
        <EntryEditor locale={locale} entry={await loadStaffEntry(slug, frame.locale)} asked={asked} />
      )}
    </StaffPage>
  )
}
