/** What people have changed in an entry, newest first. */
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { toLabel, toWords } from '#components/staff/queue/choice-name.ts'
import type { EntryHistoryRow } from '#lib/server/pages/load-staff-entry.ts'

export async function EntryHistory({ history }: { history: readonly EntryHistoryRow[] }) {
  const t = await getTranslations()
  const format = await getFormatter()
  const locale = await getLocale()
  if (history.length === 0) return <p className="text-muted">{t('moderation.noHistory')}</p>
  return (
    <ol className="space-y-3" data-history>
      {history.map(({ at, actor, changes }) => (
        <li key={at} className="rounded-xl border border-line bg-sheet px-4 py-2">
          <p className="text-muted text-sm">
            {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
            {` · ${actor ?? t('moderation.somebody')}`}
            {changes === null && ` · ${t('moderation.created')}`}
          </p>
          {changes !== null && (
            <ul>
              {changes.map(({ field, present, proposed }) => (
                <li key={field} className="break-words">
                  {`${toLabel(t, field)}: ${toWords(t, field, present, locale) || t('staff.none')} → ${toWords(t, field, proposed, locale) || t('staff.none')}`}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
