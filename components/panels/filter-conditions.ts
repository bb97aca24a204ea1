/** The conditions of a filter one by one: what the chips remove, and what an empty result can do without. */
import { DISCIPLINES } from '#lib/domain/discipline.ts'
import { type Filter, NO_FILTER } from '#lib/domain/filter.ts'
import { CONDITIONS, type Condition, type Scan } from '#lib/geo/scan.ts'

/** One value of a condition that holds; `without` is the change that takes it back. */
export type Chip = { condition: Condition; value: string; without: Partial<Filter> }

export function listChips(filter: Filter): Chip[] {
  const { query, kind, disciplines, districts, isRecent, isInView } = filter
  const chips: (Chip | false)[] = [
    query !== '' && { condition: 'query', value: query, without: { query: '' } },
    kind !== null && { condition: 'kind', value: kind, without: { kind: null } },
    ...DISCIPLINES.filter((code) => disciplines.includes(code)).map(
      (value): Chip => ({
        condition: 'disciplines',
        value,
        without: { disciplines: disciplines.filter((other) => other !== value) },
      }),
    ),
    ...districts.map(
      (value): Chip => ({
        condition: 'districts',
        value,
        without: { districts: districts.filter((other) => other !== value) },
      }),
    ),
    isRecent && { condition: 'isRecent', value: '', without: { isRecent: false } },
    isInView && { condition: 'isInView', value: '', without: { isInView: false } },
  ]
  return chips.filter((chip) => chip !== false)
}

/** What leaving out one whole condition would bring, the most first; nothing that brings none. */
export function listReliefs({
  missed,
  matching,
}: Pick<Scan, 'missed' | 'matching'>): { condition: Condition; count: number }[] {
  return CONDITIONS.map((condition, index) => ({ condition, count: matching + (missed[index] ?? 0) }))
    .filter(({ count }) => count > matching)
    .sort((a, b) => b.count - a.count)
}

/** The change that leaves out one whole condition. */
export function withoutCondition(condition: Condition): Partial<Filter> {
  return { [condition]: NO_FILTER[condition] }
}
