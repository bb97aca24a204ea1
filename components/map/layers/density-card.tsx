'use client'

/** What the colours on the map mean, with bandwidth and n, and the density at a spot; over a small map the slider comes only when asked for. */
import { ChevronUp, X } from 'lucide'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { NumberSlider } from '#components/ui/number-slider.tsx'
import { Ramp } from '#components/ui/ramp.tsx'
import { type KindDensity, useDensity } from '#lib/client/store/density-store.ts'
import { useDensityAddress } from '#lib/client/store/use-density-address.ts'
import { BANDWIDTH_LIMITS } from '#lib/core/domain/bandwidth.ts'
import { toRampGradient } from '#lib/core/style/density-ramp.ts'

const TICKS = [0, 0.25, 0.5, 0.75, 1]
const STEP_METERS = 10
const BUTTON =
  '-mt-1 size-9 shrink-0 cursor-pointer place-items-center rounded-lg hover:bg-paper print:hidden'

export function DensityCard() {
  const t = useTranslations('density')
  useDensityAddress()
  const isOn = useDensity((state) => state.isOn)
  const density = useDensity((state) => state.density)
  const turn = useDensity((state) => state.turn)
  const [isUnfolded, setUnfolded] = useState(false)
  if (!isOn) return null
  return (
    <section
      aria-label={t('label')}
      className="rounded-2xl border border-line bg-sheet py-3 pr-2 pl-4 shadow-card print:w-fit print:shadow-none"
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          {density && density.n > 0 ? <DensityRamp density={density} /> : <DensityStatus />}
        </div>
        <button
          type="button"
          aria-label={t('bandwidth')}
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
          className={`hidden as-sheet:grid ${BUTTON}`}
        >
          <LineIcon of={ChevronUp} className={`size-4 ${isUnfolded ? 'rotate-180' : ''}`} />
        </button>
        <button type="button" aria-label={t('hide')} onClick={() => turn(false)} className={`grid ${BUTTON}`}>
          <LineIcon of={X} className="size-4" />
        </button>
      </div>
      <div className={`mt-2 pr-2 print:hidden ${isUnfolded ? '' : 'as-sheet:hidden'}`}>
        <Bandwidth />
      </div>
    </section>
  )
}

function DensityRamp({
  density: { n, kind, bandwidthMeters, topPerSquareKilometer },
}: {
  density: KindDensity
}) {
  const t = useTranslations('density')
  const theme = useDensity((state) => state.theme)
  return (
    <Ramp
      title={t(`title.${kind}`)}
      background={toRampGradient(theme)}
      ticks={TICKS.map((share) => t('tick', { value: share * topPerSquareKilometer }))}
    >
      <p role="status" data-density-count={n}>
        {t('kernel', { meters: bandwidthMeters, n })}
      </p>
      <p className="print:hidden as-sheet:hidden">{n === 1 ? t('one') : <SpotValue />}</p>
    </Ramp>
  )
}

function DensityStatus() {
  const t = useTranslations('density')
  const density = useDensity((state) => state.density)
  const hasFailed = useDensity((state) => state.hasFailed)
  return (
    <p role="status" data-density-count={density?.n} className="text-sm">
      {density ? t(`nothing.${density.kind}`) : t(hasFailed ? 'failed' : 'working')}
    </p>
  )
}

/** Said aloud only for the middle of the map, which moves by key; a pointer would never let the voice rest. */
function SpotValue() {
  const t = useTranslations('density')
  const spot = useDensity((state) => state.spot)
  if (!spot) return t('hint')
  return (
    <span role={spot.isMiddle ? 'status' : undefined} className="font-semibold text-ink tabular-nums">
      {t(spot.isMiddle ? 'atMiddle' : 'here', { value: spot.perSquareKilometer })}
    </span>
  )
}

function Bandwidth() {
  const t = useTranslations('density')
  const bandwidthMeters = useDensity((state) => state.bandwidthMeters)
  const setBandwidth = useDensity((state) => state.setBandwidth)
  return (
    <NumberSlider
      label={t('bandwidth')}
      unit="m"
      value={bandwidthMeters}
      limits={BANDWIDTH_LIMITS}
      step={STEP_METERS}
      onChange={(meters) => setBandwidth(Math.round(meters))}
    />
  )
}
