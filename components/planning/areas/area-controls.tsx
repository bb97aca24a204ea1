/** How many areas there are and by which parameters; folded up, the parameters themselves and where the suggestion comes from. */
import { ChevronDown } from 'lucide'
import { useTranslations } from 'next-intl'
import { KDistanceChart } from '#components/planning/findings/k-distance-chart.tsx'
import { ParameterSuggestion } from '#components/planning/findings/parameter-suggestion.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { NumberSlider } from '#components/ui/number-slider.tsx'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { PLANNING_LIMITS } from '#lib/core/view/planning-view.ts'

export function AreaControls() {
  const t = useTranslations('planning.areas')
  const found = usePlanning((state) => state.found)
  const hasFailed = usePlanning((state) => state.hasFailed)
  const measure = usePlanning((state) => state.view.measure)
  const groups = found?.groups
  const count = groups?.areas.features.length
  const state = !groups ? (hasFailed ? 'failed' : 'working') : groups.epsMeters === null ? 'tooFew' : 'count'
  return (
    <details className="group border-line border-y bg-paper">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 px-4 py-1.5 text-sm -outline-offset-3 hover:bg-seedling-ground [&::-webkit-details-marker]:hidden">
        <span role="status" data-area-count={count} className="font-bold">
          {t(state, { count: count ?? 0 })}
        </span>
        <span className="ml-auto text-muted tabular-nums">
          {groups?.epsMeters && t('parameters', { eps: groups.epsMeters, min: groups.minPoints })}
        </span>
        <LineIcon of={ChevronDown} className="size-4 shrink-0 group-open:rotate-180" />
        <span className="sr-only">{t('adjust')}</span>
      </summary>
      <div className="space-y-4 border-line border-t px-4 pt-3 pb-4">
        <p className="text-muted text-sm">{t(`explain.${measure}`)}</p>
        <Sliders />
        <KDistanceChart />
      </div>
    </details>
  )
}

function Sliders() {
  const t = useTranslations('planning.areas')
  const found = usePlanning((state) => state.found)
  const { epsMeters, minPoints } = usePlanning((state) => state.view)
  const setView = usePlanning((state) => state.setView)
  const suggested = found?.suggestion?.epsMeters ?? null
  const eps = epsMeters ?? suggested
  return (
    <>
      {eps !== null && (
        <NumberSlider
          label={t('eps')}
          unit="m"
          value={eps}
          limits={PLANNING_LIMITS.epsMeters}
          step={10}
          onChange={(value) => setView({ epsMeters: Math.round(value) })}
        >
          <ParameterSuggestion
            limits={PLANNING_LIMITS.epsMeters}
            meters={suggested}
            isTaken={eps === suggested}
            text={suggested === null ? '' : t('suggestion', { meters: suggested })}
            onTake={() => setView({ epsMeters: null })}
          />
        </NumberSlider>
      )}
      <NumberSlider
        label={t('minPoints')}
        unit=""
        value={minPoints}
        limits={PLANNING_LIMITS.minPoints}
        step={1}
        onChange={(value) => setView({ minPoints: Math.round(value) })}
      />
    </>
  )
}
