/** One entry as staff works on it: its details, whether it is on the map, its neighbours, merging, history. */
import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/staff/notice.tsx'
import { NearbyEntries } from '#components/staff/queue/nearby-entries.tsx'
import { PhotoSection } from '#components/staff/queue/photo-section.tsx'
import { Section } from '#components/ui/section.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { entryForm, toFormValues } from '#lib/server/moderation/entry-form.ts'
import { readStaffEntry } from '#lib/server/queries/moderation.ts'
import { createSessionClient } from '#lib/server/supabase/session.ts'
import { EntryForm } from './entry-form.tsx'
import { EntryHistory } from './entry-history.tsx'
import { EntryLife } from './entry-life.tsx'
import { MergeForm } from './merge-form.tsx'
import { OffererSection } from './offerer-section.tsx'
import { SourceSays } from './source-says.tsx'

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

type Props = { locale: string; slug: string; asked: URLSearchParams }

export async function EntryEditor({ locale, slug, asked }: Props) {
  const entry = await readStaffEntry(await createSessionClient(), slug)
  const t = await getTranslations()
  if (!entry) return <p className="mt-8">{t('editing.unknown')}</p>
  const { kind, fields } = entry
  const status = String(fields.status)
  const updatedAt = String(fields.updated_at)
  const fault = FAULTS.find((known) => known === asked.get('fault'))
  const toDegrees = (value: unknown) => (typeof value === 'number' ? value : null)
  return (
    <>
      <p className="mt-2 wrap-anywhere text-lg text-muted">{`${fields.name} · ${slug}`}</p>
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
        <EntryForm
          key={updatedAt}
          kind={kind}
          entry={{ slug, updatedAt, isPublished: status === 'published' }}
          specs={entryForm(kind)}
          values={toFormValues(fields, toLocale(locale))}
        />
      </Section>
      <SourceSays slug={slug} fields={fields} />
      {kind === 'space' && <OffererSection slug={slug} locale={locale} />}
      <PhotoSection of={slug} isEntry locale={locale} />
      <Section id="nearby" title={t('moderation.nearby')}>
        <NearbyEntries
          locale={locale}
          lng={toDegrees(fields.lng)}
          lat={toDegrees(fields.lat)}
          except={slug}
        />
      </Section>
      <Section id="merge" title={t('editing.merge')}>
        <MergeForm kind={kind} slug={slug} />
      </Section>
      <Section id="history" title={t('moderation.history')}>
        <EntryHistory kind={kind} slug={slug} />
      </Section>
    </>
  )
}
