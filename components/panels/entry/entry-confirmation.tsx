/** When and by whom an entry was last confirmed, and that it has aged. */
import { useFormatter, useTranslations } from 'next-intl'
import type { Entry } from '#lib/core/domain/entry.ts'
import { recentSince, toDay } from '#lib/core/domain/freshness.ts'
import { FreshnessNote } from './freshness-note.tsx'

const CONFIRMERS = ['owner', 'citizen', 'moderator', 'source'] as const

export function EntryConfirmation({ entry: { kind, confirmedOn, confirmedBy } }: { entry: Entry }) {
  const t = useTranslations()
  const format = useFormatter()
  const by = CONFIRMERS.find((confirmer) => confirmer === confirmedBy)
  if (!confirmedOn || !by) return t('freshness.never')
  const date = format.dateTime(new Date(confirmedOn), { month: 'long', year: 'numeric' })
  const day = toDay(confirmedOn)
  return (
    <>
      {by === 'owner' && kind === 'space'
        ? t('entry.confirmedByOwner', { date })
        : t(`card.confirmedBy.${by}`, { date })}
      {day < recentSince(toDay(new Date())) && <FreshnessNote day={day} />}
    </>
  )
}
