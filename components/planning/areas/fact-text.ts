/** The facts of an area in words: how each is called, its value, what it rests on and where it comes from. */
import { useTranslations } from 'next-intl'
import type { AreaFacts, Fact, VacancyOnDay } from '#lib/core/domain/area-facts.ts'
import { findYearBefore } from '#lib/core/domain/area-facts-csv.ts'

export const FACT_ROWS = [
  'businesses',
  'area',
  'density',
  'mixture',
  'vacantSpaces',
  'vacantSquareMeters',
  'offeredSpaces',
  'smallSpaces',
  'desks',
  'station',
  'thirdPlaces',
  'stepFree',
  'change',
  'confirmed',
] as const
export type AreaFactRow = (typeof FACT_ROWS)[number]

export const CARD_ROWS = [
  'density',
  'mixture',
  'vacantSpaces',
  'smallSpaces',
  'station',
  'thirdPlaces',
  'stepFree',
] as const satisfies readonly AreaFactRow[]

/** Where a fact comes from, as a key of the texts `planning.sources`. */
export const FACT_SOURCES: Readonly<Record<AreaFactRow, 'register' | 'outline' | 'surroundings' | 'states'>> =
  {
    businesses: 'register',
    area: 'outline',
    density: 'register',
    mixture: 'register',
    vacantSpaces: 'register',
    vacantSquareMeters: 'register',
    offeredSpaces: 'register',
    smallSpaces: 'register',
    desks: 'register',
    station: 'surroundings',
    thirdPlaces: 'surroundings',
    stepFree: 'register',
    change: 'states',
    confirmed: 'register',
  }

export type FactText = { label: string; value: string; note: string }

/** Gives a fact in words; what is unknown is called so, and under five businesses nothing is claimed. */
export function useFactText(): (row: AreaFactRow, facts: AreaFacts) => FactText {
  const t = useTranslations('planning.facts')
  const unknown = t('unknown')
  const number = (value: number) => t('number', { value })
  const ofCases = ({ n, of }: Fact) => (n === of ? t('cases', { n }) : t('casesOf', { n, of }))
  const share = (fact: Fact) => ({
    value: fact.value === null ? unknown : t('share', { value: fact.value }),
    note: fact.of === 0 ? t('noCases') : ofCases(fact),
  })
  const claim = (facts: AreaFacts, { value, n }: Fact, text: (known: number) => string) => ({
    value: facts.isTooFew ? t('noClaim') : value === null ? unknown : text(value),
    note: t('cases', { n }),
  })
  const readers: Record<AreaFactRow, (facts: AreaFacts) => Omit<FactText, 'label'>> = {
    businesses: ({ businesses }) => ({ value: number(businesses), note: '' }),
    area: ({ areaSquareKilometers }) => ({
      value: t('squareKilometers', { value: areaSquareKilometers }),
      note: '',
    }),
    density: (facts) => claim(facts, facts.businessesPerSquareKilometer, (value) => t('perKm2', { value })),
    mixture: (facts) => claim(facts, facts.evenness, (value) => t('decimal', { value })),
    vacantSpaces: ({ vacantSpaces }) => ({ value: number(vacantSpaces), note: '' }),
    vacantSquareMeters: ({ vacantSquareMeters: fact }) => toSquareMeters(fact),
    offeredSpaces: ({ offeredSpaces, offeredSquareMeters: fact }) => ({
      value: number(offeredSpaces),
      note:
        fact.value === null
          ? ''
          : t('sumOf', { size: t('squareMeters', { value: fact.value }), cases: ofCases(fact) }),
    }),
    smallSpaces: ({ smallSpacesShare }) => share(smallSpacesShare),
    desks: ({ desks }) => ({ value: number(desks), note: '' }),
    station: ({ nearestStationMeters: { value, n }, nearestStation }) => ({
      value: value === null ? unknown : t('meters', { value: Math.round(value / 10) * 10 }),
      note: value === null ? '' : t('nearestOf', { name: nearestStation ?? t('station'), n }),
    }),
    thirdPlaces: ({ thirdPlaces: { value, n } }) => ({
      value: value === null ? unknown : number(value),
      note: value === null ? '' : t('placesKnown', { n }),
    }),
    stepFree: ({ stepFreeShare }) => share(stepFreeShare),
    change: ({ vacancyByQuarter }) => toChange(vacancyByQuarter),
    confirmed: ({ confirmedShare }) => share(confirmedShare),
  }
  function toSquareMeters(fact: Fact) {
    // Where no space is vacant, no floor is.
    const squareMeters = fact.of === 0 ? 0 : fact.value
    return {
      value: squareMeters === null ? unknown : t('squareMeters', { value: squareMeters }),
      note: fact.of === 0 ? t('noCases') : ofCases(fact),
    }
  }
  function toChange(days: readonly VacancyOnDay[]) {
    const now = days.at(-1)
    const before = findYearBefore(days)
    if (!now || !before) return { value: unknown, note: '' }
    return {
      value: t('change', { before: before.vacant, now: now.vacant }),
      note: t('changeSince', { day: new Date(before.day), n: before.known }),
    }
  }
  return (row, facts) => ({ label: t(`labels.${row}`), ...readers[row](facts) })
}
