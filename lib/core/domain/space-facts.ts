/** What is known of a space besides what every entry has; null where nobody has said. */

import type { SpaceState } from './entry.ts'
import { listFieldsWith } from './fields/all-fields.ts'
import type { CardFacts, SpaceFeature } from './fields/field-values.ts'

/** What a space has or allows, in the order in which it is read. */
export const SPACE_FEATURES = listFieldsWith('card')
  .filter(({ card }) => card.row === 'features')
  .map(({ key }) => key as SpaceFeature)

/** Whether a space has a feature, as columns of numbers hold it. */
export const FEATURE_UNKNOWN = 0
export const FEATURE_PRESENT = 1
export const FEATURE_ABSENT = 2

export type SpaceFacts = CardFacts & {
  features: Readonly<Record<SpaceFeature, boolean | null>>
  /** The steps of its life, oldest first. */
  history: readonly { state: SpaceState; since: string }[]
}

/** The district management's own rules of temporary use, in their order. */
export const TEMPORARY_USE_RULES = ['clean', 'change', 'clear', 'restore', 'contract'] as const
