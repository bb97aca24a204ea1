/** The mixture of an area as one bar, and beside it in words. */
import { useTranslations } from 'next-intl'
import type { AreaFacts } from '#lib/core/domain/area-facts.ts'

const WIDTH = 320
const HEIGHT = 14
const GAP = 1.5
/** So many are named; the others are counted. */
const NAMED = 3

export function DisciplineStrip({ facts: { disciplines, businesses, isTooFew } }: { facts: AreaFacts }) {
  const t = useTranslations()
  if (businesses === 0) return null
  const present = disciplines.filter(({ count }) => count > 0)
  let before = 0
  const bars = present.map(({ discipline, count }) => {
    const x = (before / businesses) * WIDTH
    before += count
    const width = Math.max(1, (count / businesses) * WIDTH - GAP)
    return (
      <rect key={discipline} x={x} width={width} height={HEIGHT} fill={`var(--discipline-${discipline})`} />
    )
  })
  const most = present.toSorted((a, b) => b.count - a.count)
  const names = most.slice(0, NAMED).map(({ discipline, count }) =>
    t('planning.strip.share', {
      name: t(`disciplines.${discipline}`),
      count,
      share: count / businesses,
      // Of few no share is told.
      form: isTooFew ? 'count' : 'share',
    }),
  )
  const others = most.length - NAMED
  return (
    <div className="mt-3">
      <svg
        aria-hidden
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-3.5 w-full overflow-hidden rounded print-color-exact"
      >
        {bars}
      </svg>
      <p className="mt-1 text-muted text-xs leading-relaxed">
        {names.join(', ')}
        {others > 0 && `, ${t('planning.strip.others', { count: others })}`}
      </p>
    </div>
  )
}
