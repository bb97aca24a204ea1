/** Types that follow from the table: what a value of a field is in the house. */

import type { VagueDay } from '#lib/core/domain/values/day.ts'
import type { Bounds } from '#lib/core/domain/values/number.ts'
import type { KnownField } from './all-fields.ts'

/** The value of a field, where it is known. */
type Known<Field> = Field extends { type: 'list' }
  ? string[]
  : Field extends { type: 'choices'; choices: readonly (infer Code)[] }
    ? Code[]
    : Field extends { published: { choices: readonly (infer Code)[] } }
      ? Code
      : Field extends { type: 'choice'; choices: readonly (infer Code)[] }
        ? Code
        : Field extends { bounds: Bounds }
          ? number
          : Field extends { type: 'yes-no' }
            ? boolean
            : Field extends { type: 'vague-day' }
              ? VagueDay
              : string

/** Null where nobody has said, unless the field is always known. */
type ValueOf<Field> = Field extends { isAlwaysKnown: true } ? Known<Field> : Known<Field> | null

type ByKey<Field extends { key: string }> = { [F in Field as F['key']]: ValueOf<F> }

/**
 * A published entry as one reads it, by the keys of the table: `lng`, `lat` in degrees (WGS 84), both null where the place is not shown; days as
 * ISO dates; disciplines with the primary one first.
 */
export type Entry = ByKey<Extract<KnownField, { published: object }>>

/** What the card of a space shows besides, by the keys of the table; null where nobody has said. */
export type CardFacts = ByKey<Exclude<Extract<KnownField, { card: object }>, { card: { row: 'features' } }>>

/** What a space has or allows. */
export type SpaceFeature = Extract<KnownField, { card: { row: 'features' } }>['key']

/** Column of the table that a file may bring. */
export type ImportColumn = Extract<KnownField, { importColumn: string }>['importColumn']
