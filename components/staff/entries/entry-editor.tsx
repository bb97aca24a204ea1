/** One entry as staff works on it: its details, whether it is on the map, its neighbours, merging, history. */
import { getTranslations } from 'next-intl/server'
import { NearbyEntries } from '#components/staff/queue/nearby-entries.tsx'
import { PhotoSection } from '#components/staff/queue/photo-section.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import type { StaffEntryPage } from '#lib/server/pages/load-staff-entry.ts'
import { EntryHistory } from './entry-history.tsx'
import { EntryLife } from './entry-life.tsx'
import { MergeForm } from './merge-form.tsx'
import { OffererSection } from './offerer-section.tsx'
import { SourceDifferences } from './source-differences.tsx'
import { StaffEntryForm } from './staff-entry-form.tsx'

/** Messages that may be named in the address after an action. */
const FAULTS = [
  'staff.faults.forbidden',
  'staff.faults.refused',
  'staff.faults.unavailable',
  'staff.faults.unknown',
  'editing.conflict',
  'editing.notMerged',
  'faults.no-address',
] as const

type Props = { locale: string; entry: StaffEntryPage | null; asked: URLSearchParams }

export async function EntryEditor({ locale, entry, asked }: Props) {
  const t = await getTranslations()
  if (!entry) return <p className="mt-8">{t('editing.unknown')}</p>
  const { kind, slug, status, updatedAt } = entry
  const fault = FAULTS.find((known) => known === asked.get('fault'))
  return (
    <>
      <p className="mt-2 wrap-anywhere text-lg text-muted">{`${entry.name} · ${slug}`}</p>
      {fault && <Notice tone="bad">{t(fault)}</Notice>}
      {asked.has('saved') && (
        <Notice key={updatedAt} tone="good">
          {t('editing.saved')}
        </Notice>
      )}
      {asked.has('merged') && <Notice tone="good">{t('editing.merged')}</Notice>}
      <Section id="life" title={t('editing.life')}>
        <EntryLife entry={{ kind, slug, status, updatedAt }} />
      </Section>
      <Section id="fields" title={t('editing.fields')}>
        <StaffEntryForm
          key={updatedAt}
          kind={kind}
          entry={{ slug, updatedAt, isPublished: status === 'published' }}
          {...entry.form}
        />
      </Section>
      <SourceDifferences sources={entry.sources} />
      {kind === 'space' && <OffererSection slug={slug} locale={locale} offerer={entry.offerer} />}
      <PhotoSection photos={entry.photos} entrySlug={slug} locale={locale} />
      <Section id="nearby" title={t('moderation.nearby')}>
        <NearbyEntries locale={locale} nearby={entry.nearby} />
      </Section>
      <Section id="merge" title={t('editing.merge')}>
        <MergeForm kind={kind} slug={slug} />
      </Section>
      <Section id="history" title={t('moderation.history')}>
        <EntryHistory history={entry.history} />
      </Section>
    </>
  )
}
