/** What people have changed in an entry, newest first. */
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { toLabel, toWords } from '#components/staff/queue/choice-name.ts'
import type { Kind } from '#lib/core/domain/entry.ts'
import { listChanged } from '#lib/server/moderation/difference.ts'
import { readHistory } from '#lib/server/queries/moderation.ts'
import { createSessionClient } from '#lib/server/supabase/session.ts'

export async function EntryHistory({ kind, slug }: { kind: Kind; slug: string }) {
  const revisions = await readHistory(await createSessionClient(), kind, slug)
  const t = await getTranslations()
  const format = await getFormatter()
  const locale = await getLocale()
  if (revisions.length === 0) return <p className="text-muted">{t('moderation.noHistory')}</p>
  return (
    <ol className="space-y-3" data-history>
      {revisions.map(({ at, actor, before, after }) => (
        <li key={at} className="rounded-xl border border-line bg-sheet px-4 py-2">
          <p className="text-muted text-sm">
            {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
            {` · ${actor ?? t('moderation.somebody')}`}
            {before === null && ` · ${t('moderation.created')}`}
          </p>
          {before !== null && (
            <ul>
              {listChanged(before, after).map(({ field, present, proposed }) => (
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
