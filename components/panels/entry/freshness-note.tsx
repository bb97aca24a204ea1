/** When an entry was last confirmed: the month while it is recent, its age in months once it is not. */
import { Clock } from 'lucide'
import { useFormatter, useTranslations } from 'next-intl'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { recentSince, toDay } from '#lib/core/domain/freshness.ts'

const DAY_MILLISECONDS = 86_400_000
const DAYS_PER_MONTH = 30.44

export function FreshnessNote({ day }: { day: number }) {
  const t = useTranslations('freshness')
  const format = useFormatter()
  const today = toDay(new Date())
  if (day === 0) return <span className="block text-muted text-sm">{t('never')}</span>
  const isRecent = day >= recentSince(today)
  const date = format.dateTime(day * DAY_MILLISECONDS, { month: 'long', year: 'numeric' })
  const months = Math.round((today - day) / DAYS_PER_MONTH)
  return (
    <span
      className="flex items-center gap-1 text-muted text-sm data-[aged=true]:text-notice"
      data-aged={!isRecent}
    >
      <LineIcon of={Clock} className="size-3.5 shrink-0" />
      {isRecent ? t('recent', { date }) : t('aged', { months })}
    </span>
  )
}
