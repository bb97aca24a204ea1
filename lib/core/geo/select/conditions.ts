/** The conditions that an entry can fail, one bit each, in the order of `CONDITIONS`. */
import type { Filter } from '#lib/core/view/filter.ts'

export const CONDITIONS = [
  'query',
  'kind',
  'disciplines',
  'districts',
  'isRecent',
  'isInView',
  'uses',
  'states',
  'area',
  'isStepFree',
  'availableBy',
  'rents',
] as const satisfies readonly (keyof Filter)[]
export type Condition = (typeof CONDITIONS)[number]

export const TEXT = 1
export const KIND = 2
export const DISCIPLINE = 4
export const DISTRICT = 8
export const RECENT = 16
export const VIEW = 32
export const USE = 64
export const STATE = 128
export const AREA = 256
export const STEP = 512
export const AVAILABLE = 1024
export const RENT = 2048
export const ALL = (1 << CONDITIONS.length) - 1
/** What no business can meet. */
export const OF_SPACES = USE | STATE | AREA | STEP | AVAILABLE | RENT

/** So far to the left of a failed condition's bit stands another, where it fails only because nobody has said. */
export const UNKNOWN_SHIFT = CONDITIONS.length
