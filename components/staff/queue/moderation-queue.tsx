/** The queue with what was just decided above it. */
import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/staff/notice.tsx'
import { DECISIONS } from '#lib/server/moderation/decide.ts'
import { readCounts } from '#lib/server/queries/moderation.ts'
import { createSessionClient } from '#lib/server/supabase/session.ts'
import { QUEUE_SHOWS, Queue } from './queue.tsx'
import { QueueTabs } from './queue-tabs.tsx'

export async function ModerationQueue({ locale, asked }: { locale: string; asked: URLSearchParams }) {
  const counts = await readCounts(await createSessionClient())
  const t = await getTranslations('moderation')
  const show = QUEUE_SHOWS.find((known) => known === asked.get('show')) ?? 'open'
  const done = asked.get('done')
  const decision = DECISIONS.find((known) => known === asked.get('decision'))
  const created = asked.get('after')
  const after =
    created && !Number.isNaN(Date.parse(created))
      ? { created, reference: asked.get('reference') ?? '' }
      : null
  return (
    <>
      <p className="mt-4 text-lg text-muted">{t('lead', { count: counts.proposals })}</p>
      {done && decision && (
        <Notice key={done} tone="good">
          {t(`decided.${decision}`, { reference: done.slice(0, 20) })}
        </Notice>
      )}
      <QueueTabs show={show} counts={counts} />
      <Queue key={`${show} ${created}`} locale={locale} show={show} after={after} />
    </>
  )
}
