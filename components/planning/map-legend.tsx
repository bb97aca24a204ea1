/** What the colours of the map mean, in units, with n and how it was reckoned; and the value at a spot. */
import { useTranslations } from 'next-intl'
import { useShallow } from 'zustand/react/shallow'
import { readDensity } from '#lib/geo/density-image.ts'
import { usePlanningSpot } from '#lib/store/planning-spot.ts'
import { usePlanning } from '#lib/store/planning-store.ts'
import { toRampGradient } from '#lib/style/density-ramp.ts'

const TICKS = [0, 0.25, 0.5, 0.75, 1]

export function MapLegend() {
  const mapView = usePlanning((state) => state.view.mapView)
  if (mapView === 'density') return <DensityLegend />
  return null
}

function DensityLegend() {
  const t = useTranslations('planning.legend')
  const [density, theme, measure, points] = usePlanning(
    useShallow((state) => [state.density, state.theme, state.view.measure, state.points]),
  )
  if (!density) return null
  const all = points?.points.lng.length ?? 0
  if (density.topPerSquareKilometer === 0)
    return <p className={BOX}>{t(all > 0 ? 'noneSized' : `nothing.${measure}`)}</p>
  return (
    <figure className={`${BOX} flex flex-wrap items-end gap-x-5 gap-y-2`}>
      <div className="w-64 max-w-full">
        <figcaption className="font-bold text-sm">{t(`title.${measure}`)}</figcaption>
        <div className="mt-1.5 rounded-md border border-line bg-map-ground forced-color-adjust-none">
          <div
            aria-hidden
            className="h-3 rounded-md print-color-exact"
            style={{ background: toRampGradient(theme) }}
          />
        </div>
        <p className="mt-1 flex justify-between text-xs tabular-nums">
          {TICKS.map((share) => (
            <span key={share}>{t('tick', { value: share * density.topPerSquareKilometer })}</span>
          ))}
        </p>
      </div>
      <div className="text-muted text-xs leading-relaxed">
        <p>{t('kernel', { meters: density.bandwidthMeters })}</p>
        <p>{t(measure === 'vacancy' ? 'nSized' : 'n', { n: density.n, all })}</p>
        <p className="print:hidden">{density.n === 1 ? t('one') : <SpotValue />}</p>
      </div>
    </figure>
  )
}

const BOX =
  'pointer-events-auto max-w-full rounded-2xl border border-line bg-sheet px-4 py-3 text-sm shadow-card print:shadow-none'

/** Said aloud only for the middle of the map, which moves by key; a pointer would never let the voice rest. */
function SpotValue() {
  const t = useTranslations('planning.legend')
  const spot = usePlanningSpot((state) => state.spot)
  const grid = usePlanning((state) => state.density?.grid)
  const measure = usePlanning((state) => state.view.measure)
  if (!spot || !grid) return t('hint')
  const value = readDensity(grid, spot.lng, spot.lat)
  return (
    <span role={spot.isMiddle ? 'status' : undefined} className="font-semibold text-ink tabular-nums">
      {t(spot.isMiddle ? 'atMiddle' : 'here', { value: t(`value.${measure}`, { value }) })}
    </span>
  )
}
