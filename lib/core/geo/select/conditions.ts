/** The conditions that an entry can fail, one bit each, in the order of `CONDITIONS`. */
import { FILTER_FIELDS, type SpaceCondition } from '#lib/core/domain/fields/filter-fields.ts'
import type { Filter } from '#lib/core/view/filter.ts'

const COMMON = [
  'query',
  'kind',
  'disciplines',
  'districts',
  'isRecent',
  'isInView',
] as const satisfies readonly (keyof Filter)[]

/** Two bits each (`UNKNOWN_SHIFT`) fit into 32: 16 conditions at the most. */
export const CONDITIONS = [...COMMON, ...FILTER_FIELDS.map(({ condition }) => condition)] as const
export type Condition = (typeof COMMON)[number] | SpaceCondition

export const TEXT = 1
export const KIND = 2
export const DISCIPLINE = 4
export const DISTRICT = 8
export const RECENT = 16
export const VIEW = 32
export const ALL = 2 ** CONDITIONS.length - 1
/** What no business can meet. */
export const OF_SPACES = ALL & -(2 ** COMMON.length)

/** The bit of a condition on spaces. */
export function toSpaceBit(condition: SpaceCondition): number {
  return 1 << CONDITIONS.indexOf(condition)
}

/** So far to the left of a failed condition's bit stands another, where it fails only because nobody has said. */
export const UNKNOWN_SHIFT = CONDITIONS.length
