/** How much each criterion counts: three presets and a slider each. The scores beside them follow at once. */
import { useTranslations } from 'next-intl'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import {
  CRITERIA,
  MAX_WEIGHT,
  PRESETS,
  type Preset,
  WEIGHT_STEP,
  type Weights,
} from '#lib/core/domain/score-weights.ts'

const NAMES = Object.keys(PRESETS) as Preset[]

export function WeightControls() {
  const t = useTranslations('planning.weights')
  const weights = usePlanning((state) => state.view.weights)
  const setView = usePlanning((state) => state.setView)
  const isNothing = CRITERIA.every((criterion) => weights[criterion] === 0)
  return (
    <section aria-labelledby="weights" className="space-y-3 px-4 py-4">
      <h2 id="weights" className="font-bold font-display text-lg">
        {t('title')}
      </h2>
      <p className="text-muted text-sm">{t('explain')}</p>
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">{t('presets')}</legend>
        {NAMES.map((preset) => (
          <label
            key={preset}
            className="check relative flex min-h-9 cursor-pointer items-center rounded-full px-3.5 font-semibold text-sm"
          >
            <input
              type="radio"
              name="preset"
              className="absolute inset-0 size-full cursor-pointer opacity-0"
              checked={isSame(weights, PRESETS[preset])}
              onChange={() => setView({ weights: PRESETS[preset] })}
            />
            {t(`preset.${preset}`)}
          </label>
        ))}
      </fieldset>
      <div role="status" className="empty:hidden">
        {isNothing && (
          <p className="rounded-xl border border-notice-line bg-notice-ground px-3.5 py-2 text-notice text-sm">
            {t('nothing')}
          </p>
        )}
      </div>
      <div className="space-y-1">
        {CRITERIA.map((criterion) => (
          <label key={criterion} className="grid grid-cols-[1fr_7rem_2rem] items-center gap-3 text-sm">
            <span className="leading-tight">{t(`criteria.${criterion}`)}</span>
            <input
              type="range"
              min={0}
              max={MAX_WEIGHT}
              step={WEIGHT_STEP}
              value={weights[criterion]}
              onChange={(event) =>
                setView({ weights: { ...weights, [criterion]: Number(event.target.value) } })
              }
              style={{ '--share': weights[criterion] / MAX_WEIGHT } as React.CSSProperties}
              className="slider"
            />
            <span aria-hidden className="text-right font-semibold tabular-nums">
              {t('weight', { value: weights[criterion] })}
            </span>
          </label>
        ))}
      </div>
    </section>
  )
}

function isSame(one: Weights, other: Weights): boolean {
  return CRITERIA.every((criterion) => one[criterion] === other[criterion])
}
