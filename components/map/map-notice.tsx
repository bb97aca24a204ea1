/** One calm line about what went wrong with the ground or the position; it can be put away. */
import { X } from 'lucide'
import { useTranslations } from 'next-intl'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useMapStage } from './map-stage.ts'

export function MapNotice() {
  const t = useTranslations('map')
  const problem = useMapStage((stage) => stage.problem)
  return (
    <div role="status" className="print:hidden">
      {problem && (
        <p className="pointer-events-auto flex items-center gap-2 rounded-xl border border-notice-line bg-notice-ground py-1 pr-1 pl-3.5 text-notice text-sm leading-snug shadow-card">
          {t(`problems.${problem}`)}
          <button
            type="button"
            aria-label={t('dismiss')}
            onClick={() => useMapStage.setState({ problem: null })}
            className="grid size-8 shrink-0 cursor-pointer place-items-center rounded-lg"
          >
            <LineIcon of={X} className="size-4" />
          </button>
        </p>
      )}
    </div>
  )
}
