/** The conditions of a filter one by one: what the chips remove, and what an empty result can do without. */
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { type ChoicesCondition, PLACED_FILTER_FIELDS } from '#lib/core/domain/fields/filter-fields.ts'
import { CONDITIONS, type Condition } from '#lib/core/geo/select/conditions.ts'
import type { Scan } from '#lib/core/geo/select/scan.ts'
import { type Filter, isSameFilter, NO_FILTER } from '#lib/core/view/filter.ts'

/** One value of a condition that holds, '' where the condition has but one; `without` is the change that takes it back. */
export type Chip = { condition: Condition; value: string; without: Partial<Filter> }

export function listChips(filter: Filter): Chip[] {
  const { query, kind, districts } = filter
  const chips: (Chip | false)[] = [
    query !== '' && { condition: 'query', value: query, without: { query: '' } },
    kind !== null && { condition: 'kind', value: kind, without: { kind: null } },
    ...listCodes(filter, 'disciplines', DISCIPLINES),
    ...PLACED_FILTER_FIELDS.flatMap((field) =>
      field.kind === 'choices'
        ? listCodes(filter, field.condition, field.choices)
        : listWholes(filter, [field.condition]),
    ),
    ...listCodes(filter, 'districts', districts),
    ...listWholes(filter, ['isRecent', 'isInView']),
  ]
  return chips.filter((chip) => chip !== false)
}

/** A chip for each value of a list, in its official order. */
function listCodes(
  filter: Filter,
  key: 'disciplines' | 'districts' | ChoicesCondition,
  order: readonly string[],
): Chip[] {
  const values: readonly string[] = filter[key]
  return [...order]
    .filter((value) => values.includes(value))
    .map((value) => ({
      condition: key,
      value,
      without: { [key]: values.filter((other) => other !== value) },
    }))
}

/** A chip for each condition that is one value, and holds. */
function listWholes(filter: Filter, conditions: Condition[]): Chip[] {
  return conditions
    .filter((condition) => !isSameFilter({ ...NO_FILTER, [condition]: filter[condition] }, NO_FILTER))
    .map((condition) => ({ condition, value: '', without: withoutCondition(condition) }))
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
