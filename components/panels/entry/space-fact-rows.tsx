/** What is known of a space: what nobody has said is left out, so that "no" always means no. */
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type FieldWith, listFieldsWith } from '#lib/core/domain/fields/all-fields.ts'
import { SPACE_FEATURES, type SpaceFacts } from '#lib/core/domain/space-facts.ts'
import type { DayPrecision, VagueDay } from '#lib/core/domain/values/day-value.ts'
import { FactRow } from './fact-row.tsx'

const FORMATS = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
} as const satisfies Record<DayPrecision, object>

const FIELDS = [...listFieldsWith('card')].sort((a, b) => a.card.position - b.card.position)
/** Each holds one field, or is worded by `useJoinedRows`. */
const ROWS = [...new Set(FIELDS.map(({ card }) => card.row))]

type Row = readonly [name: string, value: ReactNode]

export function SpaceFactRows({ space }: { space: SpaceFacts }) {
  const t = useTranslations('space')
  const toWords = useFactWords()
  const joined = useJoinedRows(space)
  const ofFields = (row: string): readonly Row[] =>
    FIELDS.filter(({ card }) => card.row === row).map((field) => [row, toWords(field, space)])
  const rows = ROWS.flatMap((row) => joined[row] ?? ofFields(row))
  return rows.map(([name, value]) => <FactRow key={name} name={t(name)} value={value} />)
}

/** Rows that say several facts in one sentence. */
function useJoinedRows(space: SpaceFacts): Readonly<Record<string, readonly Row[]>> {
  const t = useTranslations('space')
  const format = useFormatter()
  const toDate = useDate()
  const toFeatures = (has: boolean) => {
    const names = SPACE_FEATURES.filter((feature) => space.features[feature] === has)
    return names.length > 0 && format.list(names.map((feature) => t(`features.${feature}`)))
  }
  const from = space.availableFrom && toDate({ day: space.availableFrom, precision: 'day' })
  const until = space.availableUntil && toDate({ day: space.availableUntil, precision: 'day' })
  const available =
    from && until
      ? t('fromUntil', { from, until })
      : from
        ? t('from', { from })
        : until && t('until', { until })
  return {
    available: [['available', available]],
    term: [['term', toTerm(space, t)]],
    features: [
      ['has', toFeatures(true)],
      ['lacks', toFeatures(false)],
    ],
  }
}

/** A single fact, as its kind of value is written; nothing where it is not known. */
function useFactWords(): (field: FieldWith<'card'>, space: SpaceFacts) => ReactNode {
  const t = useTranslations()
  const format = useFormatter()
  const toDate = useDate()
  return (field, space) => {
    const value: unknown = space[field.key as keyof SpaceFacts]
    if (value === null) return null
    if ('bounds' in field) {
      const number = format.number(Number(value))
      return field.unit === undefined ? number : `${number}\u00a0${field.unit}`
    }
    if (field.type === 'choice') return t(`${field.choiceNames}.${value}`)
    if (field.type === 'day') return toDate({ day: String(value), precision: 'day' })
    return field.type === 'vague-day' ? toDate(value as VagueDay) : String(value)
  }
}

function useDate(): (day: VagueDay) => string {
  const format = useFormatter()
  return ({ day, precision }) => format.dateTime(new Date(day), { ...FORMATS[precision], timeZone: 'UTC' })
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
