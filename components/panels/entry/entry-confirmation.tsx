/** When and by whom an entry was last confirmed, and that it has aged. */
import { useFormatter, useTranslations } from 'next-intl'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import { recentSince, toDay } from '#lib/core/domain/freshness.ts'
import { FreshnessNote } from './freshness-note.tsx'

export function EntryConfirmation({ entry: { kind, confirmedOn, confirmedBy } }: { entry: Entry }) {
  const t = useTranslations()
  const format = useFormatter()
  if (!confirmedOn || !confirmedBy) return t('freshness.never')
  const date = format.dateTime(new Date(confirmedOn), { month: 'long', year: 'numeric' })
  const day = toDay(confirmedOn)
  return (
    <>
      {confirmedBy === 'owner' && kind === 'space'
        ? t('entry.confirmedByOwner', { date })
        : t(`card.confirmedBy.${confirmedBy}`, { date })}
      {day < recentSince(toDay(new Date())) && <FreshnessNote day={day} />}
    </>
  )
}
