/** The queue with what was just decided above it. */
import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import type { QueuePage } from '#lib/server/pages/load-queue.ts'
import { Queue } from './queue.tsx'
import { QueueTabs } from './queue-tabs.tsx'

export async function ModerationQueue({ locale, page }: { locale: string; page: QueuePage }) {
  const t = await getTranslations('moderation')
  const { counts, show, done, after } = page
  return (
    <>
      <p className="mt-4 text-lg text-muted">{t('lead', { count: counts.proposals })}</p>
      {done && (
        <Notice key={done.reference} tone="good">
          {t(`decided.${done.decision}`, { reference: done.reference.slice(0, 20) })}
        </Notice>
      )}
      <QueueTabs show={show} counts={counts} />
      <Queue key={`${show} ${after?.created}`} locale={locale} page={page} />
    </>
  )
}
