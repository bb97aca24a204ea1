/** Do they seek each other's company? Ripley's L beside its envelope, in a sentence, as a drawing and as a table. */
import { useFormatter, useTranslations } from 'next-intl'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { SIGNIFICANCE } from '#lib/core/geo/chance/hotspots.ts'
import type { RipleyResult } from '#lib/core/geo/chance/ripley.ts'

const WIDTH = 460
const HEIGHT = 220
const LEFT = 54
const BOTTOM = 26
const TOP = 10

export function RipleyFinding() {
  const t = useTranslations('planning.chance')
  const clustering = usePlanning((state) => state.clustering)
  if (!clustering) return null
  const sentence = tell(clustering, t)
  return (
    <article data-finding="ripley">
      <h3 className="font-bold font-display text-lg">{t('ripley.title')}</h3>
      <p className="mt-1 leading-relaxed">{sentence}</p>
      <Chart clustering={clustering} label={sentence} />
      <p className="mt-1 text-muted text-xs leading-relaxed">
        {t('ripley.method', { runs: clustering.runs, seed: clustering.seed, n: clustering.n })}{' '}
        {t(`ripley.null.${clustering.null.from}`, { places: clustering.null.places ?? 0 })}
      </p>
      <CurveTable curve={clustering.curve} />
    </article>
  )
}

type Translate = ReturnType<typeof useTranslations<'planning.chance'>>

function tell({ p, curve }: RipleyResult, t: Translate): string {
  const above = curve.filter(({ observed, high }) => observed > high)
  const from = above[0]?.radiusMeters
  const to = above.at(-1)?.radiusMeters
  if (p > SIGNIFICANCE) return t('ripley.nothing', { p })
  return from === undefined || to === undefined
    ? t('ripley.somewhere', { p })
    : t('ripley.more', { p, from, to })
}

function Chart({ clustering: { curve }, label }: { clustering: RipleyResult; label: string }) {
  const t = useTranslations('planning.chance.ripley')
  const format = useFormatter()
  const values = curve.flatMap(({ observed, low, high }) => [observed, low, high])
  const least = Math.min(0, ...values)
  const most = Math.max(1, ...values) * 1.05
  const furthest = curve.at(-1)?.radiusMeters ?? 1
  const x = (meters: number) => LEFT + (meters / furthest) * (WIDTH - LEFT - 8)
  const y = (value: number) => HEIGHT - BOTTOM - ((value - least) / (most - least)) * (HEIGHT - BOTTOM - TOP)
  const toLine = (pick: (one: RipleyResult['curve'][number]) => number) =>
    curve.map((one) => `${x(one.radiusMeters).toFixed(1)},${y(pick(one)).toFixed(1)}`)
  const band = [...toLine(({ high }) => high), ...toLine(({ low }) => low).reverse()].join(' ')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="mt-3 w-full text-muted">
      <polygon points={band} fill="var(--line)" className="print-color-exact" />
      <polyline
        points={toLine(({ mean }) => mean).join(' ')}
        fill="none"
        stroke="var(--edge)"
        strokeDasharray="4 3"
      />
      <polyline
        points={toLine(({ observed }) => observed).join(' ')}
        fill="none"
        stroke="var(--seedling)"
        strokeWidth="2.5"
        strokeLinejoin="round"
      />
      <path d={`M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - 8}`} fill="none" stroke="var(--edge)" />
      {[0, most / 1.05].map((value) => (
        <text key={value} x={LEFT - 6} y={y(value) + 4} textAnchor="end" fontSize="11" fill="currentColor">
          {`${format.number(Math.round(value))}${value > 0 ? ' m' : ''}`}
        </text>
      ))}
      {[0, furthest / 2, furthest].map((meters) => (
        <text
          key={meters}
          x={x(meters)}
          y={HEIGHT - 8}
          textAnchor={meters === furthest ? 'end' : 'middle'}
          fontSize="11"
          fill="currentColor"
        >
          {`${format.number(meters)} m`}
        </text>
      ))}
      <text x={LEFT + 8} y={TOP + 10} fontSize="11" fill="var(--seedling)" fontWeight="600">
        {t('observed')}
      </text>
      <text x={LEFT + 8} y={TOP + 24} fontSize="11" fill="currentColor">
        {t('envelope')}
      </text>
    </svg>
  )
}

function CurveTable({ curve }: { curve: RipleyResult['curve'] }) {
  const t = useTranslations('planning.chance.ripley')
  const format = useFormatter()
  const columns = ['radiusMeters', 'observed', 'low', 'mean', 'high'] as const
  return (
    <details className="mt-2 text-sm">
      <summary className="min-h-6 w-fit cursor-pointer font-semibold text-seedling">{t('table')}</summary>
      <table className="mt-2 w-full border-collapse text-right tabular-nums">
        <caption className="sr-only">{t('table')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-2 py-1 font-semibold text-muted text-xs">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curve.map((one) => (
            <tr key={one.radiusMeters} className="border-line border-t">
              {columns.map((column) =>
                column === 'radiusMeters' ? (
                  <th key={column} scope="row" className="px-2 py-0.5 font-medium">
                    {format.number(one[column])}
                  </th>
                ) : (
                  <td key={column} className="px-2 py-0.5">
                    {format.number(Math.round(one[column]))}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
