/** The number or letter under which a row stands on the map beside it. */
import { useTranslations } from 'next-intl'

export function PlaceSign({ sign }: { sign: string }) {
  const t = useTranslations('moderation')
  return (
    <span className="grid size-7 shrink-0 place-items-center rounded-full border-2 border-ink bg-sheet font-semibold text-xs tabular-nums">
      <span className="sr-only">{t('sign')}</span>
      {sign}
    </span>
  )
}
