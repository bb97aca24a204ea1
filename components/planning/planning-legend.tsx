/** What the colours of the map mean, in units, with n and how it was reckoned; and the density at a spot. */
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { Ramp } from '#components/ui/ramp.tsx'
import { useMapSpot } from '#lib/client/store/map-spot.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { toShade } from '#lib/core/geo/areas/describe-area.ts'
import { readDensity } from '#lib/core/geo/density/density-image.ts'
import { toRampColor, toRampGradient } from '#lib/core/style/density-ramp.ts'

const TICKS = [0, 0.25, 0.5, 0.75, 1]
const BOX =
  'pointer-events-auto max-w-full rounded-2xl border border-line bg-sheet px-4 py-3 text-sm md:shadow-card print:border-0 print:px-0 print:shadow-none'

export function PlanningLegend() {
  const mapView = usePlanning((state) => state.view.mapView)
  if (mapView === 'density') return <DensityLegend />
  if (mapView === 'hexagons') return <HexagonLegend />
  if (mapView === 'districts') return <DistrictLegend />
  return null
}

function DensityLegend() {
  const t = useTranslations('planning.legend')
  const tDensity = useTranslations('density')
  const [density, theme, measure, points] = usePlanning(
    useShallow((state) => [state.density, state.theme, state.view.measure, state.points]),
  )
  if (!density) return null
  const all = points?.points.lng.length ?? 0
  if (density.topPerSquareKilometer === 0)
    return <p className={BOX}>{t(all > 0 ? 'noneSized' : `nothing.${measure}`)}</p>
  return (
    <LegendRamp
      title={t(`title.${measure}`)}
      background={toRampGradient(theme)}
      ticks={TICKS.map((share) => share * density.topPerSquareKilometer)}
    >
      <p>{t('kernel', { meters: density.bandwidthMeters })}</p>
      <p>{t(measure === 'vacancy' ? 'nSized' : density.n < all ? 'nNear' : 'n', { n: density.n, all })}</p>
      <p className="print:hidden">{density.n === 1 ? tDensity('one') : <SpotValue />}</p>
    </LegendRamp>
  )
}

/** Said aloud only for the middle of the map, which moves by key; a pointer would never let the voice rest. */
function SpotValue() {
  const t = useTranslations('planning.legend')
  const tDensity = useTranslations('density')
  const spot = useMapSpot((state) => state.spot)
  const grid = usePlanning((state) => state.density?.grid)
  const measure = usePlanning((state) => state.view.measure)
  if (!spot || !grid) return tDensity('hint')
  const value = readDensity(grid, spot.lng, spot.lat)
  return (
    <span role={spot.isMiddle ? 'status' : undefined} className="font-semibold text-ink tabular-nums">
      {t(spot.isMiddle ? 'atMiddle' : 'here', { value: t(`value.${measure}`, { value }) })}
    </span>
  )
}

function HexagonLegend() {
  const t = useTranslations('planning.legend')
  const [hotspots, theme, measure] = usePlanning(
    useShallow((state) => [state.hotspots, state.theme, state.view.measure]),
  )
  if (!hotspots) return null
  const most = hotspots.cells.features.reduce((high, { properties }) => Math.max(high, properties.count), 0)
  if (most === 0) return <p className={BOX}>{t(`nothing.${measure}`)}</p>
  return (
    <LegendRamp title={t(`hexagons.${measure}`)} background={toSteps(theme)} ticks={[0, most]}>
      <p>{t('across', { meters: hotspots.acrossMeters, n: hotspots.n })}</p>
      <p>{t('faint')}</p>
      <p className="flex items-center gap-1.5">
        <span aria-hidden className="inline-block size-3.5 border-2 border-ink" />
        {t('marked', { count: hotspots.significantCellsAdjusted })}
      </p>
    </LegendRamp>
  )
}

function DistrictLegend() {
  const t = useTranslations('planning.legend')
  const [districts, theme, measure] = usePlanning(
    useShallow((state) => [state.districts, state.theme, state.view.measure]),
  )
  const shades = districts.map(({ facts }) => toShade(measure, facts)).filter((shade) => shade !== null)
  if (shades.length === 0) return <p className={BOX}>{t('noDistricts')}</p>
  return (
    <LegendRamp title={t(`title.${measure}`)} background={toSteps(theme)} ticks={[0, Math.max(...shades)]}>
      <p>{t('byDistrict', { count: districts.length })}</p>
      <p>{t('pale', { count: districts.length - shades.length })}</p>
    </LegendRamp>
  )
}

function toSteps(theme: 'light' | 'dark'): string {
  return `linear-gradient(to right, ${TICKS.map((share) => toRampColor(theme, share)).join(', ')})`
}

type RampProps = { title: string; background: string; ticks: readonly number[]; children: ReactNode }

function LegendRamp({ title, background, ticks, children }: RampProps) {
  const t = useTranslations()
  const today = usePlanning((state) => state.loaded?.ground.today)
  return (
    <Ramp
      title={title}
      background={background}
      ticks={ticks.map((value) => t('density.tick', { value }))}
      className={BOX}
    >
      {children}
      {today && <p className="print:hidden">{t('planning.legend.asOf', { day: new Date(today) })}</p>}
    </Ramp>
  )
}
