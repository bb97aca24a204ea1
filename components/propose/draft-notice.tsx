'use client'

/** Says calmly that a draft was found, or that there is no connection and nothing is lost by it. */
import { WifiOff } from 'lucide'
import { useTranslations } from 'next-intl'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useOnline } from '#components/ui/use-online.ts'

type Props = { isRestored: boolean; onDiscard(): void }

export function DraftNotice({ isRestored, onDiscard }: Props) {
  const t = useTranslations('propose.draft')
  const isOnline = useOnline()
  return (
    <div role="status" className="space-y-2 empty:hidden">
      {!isOnline && (
        <p className="flex items-center gap-2 rounded-xl border border-notice-line bg-notice-ground px-4 py-2 text-notice">
          <LineIcon of={WifiOff} className="size-4 shrink-0" />
          {t('offline')}
        </p>
      )}
      {isRestored && (
        <p className="flex flex-wrap items-center gap-x-4 rounded-xl border border-line bg-sheet px-4 py-1">
          {t('restored')}
          <button
            type="button"
            onClick={onDiscard}
            className="min-h-11 cursor-pointer font-semibold text-seedling underline underline-offset-2"
          >
            {t('discard')}
          </button>
        </p>
      )}
    </div>
  )
}
