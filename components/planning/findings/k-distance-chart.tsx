/** The k-distance curve, on which eps is suggested where it bends; told in a sentence for anyone who does not see it. */
import { useFormatter, useTranslations } from 'next-intl'
import { usePlanning } from '#lib/client/store/planning-store.ts'

const WIDTH = 340
const HEIGHT = 132
const LEFT = 34
const BOTTOM = 18
const TOP = 8
/** The curve is drawn by so many of its points. */
const DRAWN_POINTS = 160
/** Beyond this share of the curve lie the strays, which would press it flat. */
const SHOWN_SHARE = 0.95

export function KDistanceChart() {
  const t = useTranslations('planning.areas.curve')
  const format = useFormatter()
  const suggestion = usePlanning((state) => state.found?.suggestion ?? null)
  const eps = usePlanning((state) => state.found?.groups.epsMeters ?? null)
  const k = usePlanning((state) => state.view.minPoints)
  if (!suggestion || eps === null) return null
  const { curve, kneeIndex } = suggestion
  const at = (share: number) => Math.round(curve[Math.floor(share * (curve.length - 1))] ?? 0)
  const top = Math.max(at(SHOWN_SHARE), eps, 1) * 1.1
  const x = (index: number) => LEFT + (index / Math.max(curve.length - 1, 1)) * (WIDTH - LEFT - 4)
  const y = (meters: number) => HEIGHT - BOTTOM - (Math.min(meters, top) / top) * (HEIGHT - BOTTOM - TOP)
  const step = Math.max(1, Math.floor(curve.length / DRAWN_POINTS))
  const places = Array.from(curve.keys()).filter((index) => index % step === 0 || index === curve.length - 1)
  const line = places.map((index) => `${x(index).toFixed(1)},${y(curve[index] ?? 0).toFixed(1)}`).join(' ')
  const within = curve.findIndex((meters) => meters > eps)
  const share = within < 0 ? 1 : within / curve.length
  const sentence = t('sentence', { k, quarter: at(0.25), half: at(0.5), most: at(0.75), eps, share })
  return (
    <figure>
      <figcaption className="font-semibold text-sm">{t('title', { k })}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={sentence}
        className="mt-1 w-full text-muted"
      >
        <path
          d={`M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - 4}`}
          fill="none"
          stroke="var(--edge)"
          strokeWidth="1"
        />
        {[0, top / 2, top / 1.1].map((meters) => (
          <text
            key={meters}
            x={LEFT - 5}
            y={y(meters) + 3.5}
            textAnchor="end"
            fontSize="10"
            fill="currentColor"
          >
            {format.number(Math.round(meters))}
          </text>
        ))}
        <text x={WIDTH - 4} y={HEIGHT - 5} textAnchor="end" fontSize="10" fill="currentColor">
          {t('axis', { n: curve.length })}
        </text>
        <polyline points={line} fill="none" stroke="var(--ink)" strokeWidth="2" strokeLinejoin="round" />
        <path
          d={`M${LEFT} ${y(eps)}H${WIDTH - 4}`}
          stroke="var(--seedling)"
          strokeWidth="1.75"
          strokeDasharray="5 3"
        />
        <text x={LEFT + 6} y={y(eps) - 5} fontSize="11" fontWeight="600" fill="var(--seedling)">
          {`eps ${format.number(eps)} m`}
        </text>
        {kneeIndex !== null && (
          <circle
            cx={x(kneeIndex)}
            cy={y(curve[kneeIndex] ?? 0)}
            r="4.5"
            fill="var(--sheet)"
            stroke="var(--seedling)"
            strokeWidth="2.5"
          />
        )}
      </svg>
      <p className="mt-1 text-muted text-xs leading-relaxed">{sentence}</p>
    </figure>
  )
}
