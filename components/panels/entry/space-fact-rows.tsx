/** What is known of a space: what nobody has said is left out, so that "no" always means no. */
import { useFormatter, useTranslations } from 'next-intl'
import { type DayPrecision, SPACE_FEATURES, type SpaceFacts } from '#lib/core/domain/space-facts.ts'
import { FactRow } from './fact-row.tsx'

const FORMATS = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
} as const satisfies Record<DayPrecision, object>

export function SpaceFactRows({ space }: { space: SpaceFacts }) {
  const t = useTranslations('space')
  const format = useFormatter()
  const toDate = (day: string, precision: DayPrecision = 'day') =>
    format.dateTime(new Date(day), { ...FORMATS[precision], timeZone: 'UTC' })
  const toFeatures = (has: boolean) => {
    const names = SPACE_FEATURES.filter((feature) => space.features[feature] === has)
    return names.length > 0 && format.list(names.map((feature) => t(`features.${feature}`)))
  }
  const from = space.availableFrom && toDate(space.availableFrom)
  const until = space.availableUntil && toDate(space.availableUntil)
  const rows = {
    floor: space.floor,
    ceiling: space.ceilingHeightMeters !== null && `${format.number(space.ceilingHeightMeters)}\u00a0m`,
    rent: space.rentClass && t(`rents.${space.rentClass}`),
    available:
      from && until
        ? t('fromUntil', { from, until })
        : from
          ? t('from', { from })
          : until && t('until', { until }),
    term: toTerm(space, t),
    has: toFeatures(true),
    lacks: toFeatures(false),
    permitted: space.permittedUse,
    former: space.formerUse,
    vacant: space.vacantSince && toDate(space.vacantSince.day, space.vacantSince.precision),
  }
  return Object.entries(rows).map(([name, value]) => (
    <FactRow key={name} name={t(name as keyof typeof rows)} value={value} />
  ))
}

function toTerm(
  { shortestTermMonths: shortest, longestTermMonths: longest }: SpaceFacts,
  t: ReturnType<typeof useTranslations<'space'>>,
): string | null {
  if (shortest !== null && shortest === longest) return t('monthsExactly', { longest })
  if (shortest !== null && longest !== null) return t('months', { shortest, longest })
  if (shortest !== null) return t('monthsAtLeast', { shortest })
  return longest === null ? null : t('monthsAtMost', { longest })
}
