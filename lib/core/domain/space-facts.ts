/** What is known of a space besides what every entry has; null where nobody has said. */

import type { RentClass, SpaceState } from './entry.ts'

/** What a space has or allows, in the order in which it is read. */
export const SPACE_FEATURES = [
  'stepFree',
  'power',
  'water',
  'heating',
  'internet',
  'loadingAccess',
  'streetWindows',
  'noiseAllowed',
] as const
export type SpaceFeature = (typeof SPACE_FEATURES)[number]

/** Whether one gets in without a step, as columns of numbers hold it. */
export const STEP_UNKNOWN = 0
export const STEP_FREE = 1
export const STEPPED = 2

export const DAY_PRECISIONS = ['day', 'month', 'year'] as const
export type DayPrecision = (typeof DAY_PRECISIONS)[number]

export type SpaceFacts = {
  floor: string | null
  ceilingHeightMeters: number | null
  rentClass: RentClass | null
  /** Days as 2026-11-24. */
  availableFrom: string | null
  availableUntil: string | null
  shortestTermMonths: number | null
  longestTermMonths: number | null
  permittedUse: string | null
  formerUse: string | null
  vacantSince: { day: string; precision: DayPrecision } | null
  features: Readonly<Record<SpaceFeature, boolean | null>>
  /** The steps of its life, oldest first. */
  history: readonly { state: SpaceState; since: string }[]
}

/** The district management's own rules of temporary use, in their order. */
export const TEMPORARY_USE_RULES = ['clean', 'change', 'clear', 'restore', 'contract'] as const
