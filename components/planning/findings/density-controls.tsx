/** How smooth the density is: the bandwidth in metres, with the one that the points themselves suggest, and lines on demand. */
import { useTranslations } from 'next-intl'
import { NumberSlider } from '#components/ui/number-slider.tsx'
import { toBandwidth } from '#lib/client/store/planning-questions.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { PLANNING_LIMITS } from '#lib/core/view/planning-view.ts'
import { ParameterSuggestion } from './parameter-suggestion.tsx'

export function DensityControls() {
  const t = useTranslations('planning.density')
  const bandwidthMeters = usePlanning((state) => toBandwidth(state.view))
  const suggested = usePlanning((state) => state.bandwidth?.bandwidthMeters ?? null)
  const hasIsolines = usePlanning((state) => state.view.hasIsolines)
  const setView = usePlanning((state) => state.setView)
  return (
    <div>
      <NumberSlider
        label={t('bandwidth')}
        unit="m"
        value={bandwidthMeters}
        limits={PLANNING_LIMITS.bandwidthMeters}
        step={10}
        onChange={(value) => setView({ bandwidthMeters: Math.round(value), mapView: 'density' })}
      >
        <ParameterSuggestion
          limits={PLANNING_LIMITS.bandwidthMeters}
          meters={suggested}
          isTaken={suggested === bandwidthMeters}
          text={suggested === null ? t('noSuggestion') : t('suggestion', { meters: suggested })}
          onTake={() => suggested !== null && setView({ bandwidthMeters: suggested, mapView: 'density' })}
        />
      </NumberSlider>
      <label className="mt-2 flex min-h-8 w-fit cursor-pointer items-center gap-2.5 text-sm">
        <input
          type="checkbox"
          className="size-4.5 accent-seedling"
          checked={hasIsolines}
          onChange={(event) =>
            setView({
              hasIsolines: event.target.checked,
              ...(event.target.checked && { mapView: 'density' }),
            })
          }
        />
        {t('isolines')}
      </label>
    </div>
  )
}
