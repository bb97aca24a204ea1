/** Which part of the queue is shown, with how much waits there. */
import { useLocale, useTranslations } from 'next-intl'
import { QUEUE_SHOWS, type QueueShow } from '#lib/core/domain/moderation.ts'
import { toModerationPath } from '#lib/core/view/paths.ts'

type Props = { show: QueueShow; counts: { proposals: number; candidates: number } }

export function QueueTabs({ show, counts }: Props) {
  const t = useTranslations('moderation')
  const locale = useLocale()
  const waiting: Partial<Record<QueueShow, number>> = {
    open: counts.proposals,
    candidates: counts.candidates,
  }
  return (
    <nav aria-label={t('show')} className="mt-8">
      <ul className="flex flex-wrap gap-2">
        {QUEUE_SHOWS.map((one) => (
          <li key={one}>
            <a
              href={`${toModerationPath(locale)}?show=${one}`}
              aria-current={one === show ? 'page' : undefined}
              className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line bg-sheet px-4 font-medium hover:border-edge aria-[current]:border-ink aria-[current]:font-bold"
            >
              {t(`shows.${one}`)}
              {waiting[one] !== undefined && <span className="tabular-nums">{waiting[one]}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
