/** Types that follow from the table: what a value of a field is in the house. */

import type { DayPrecision, VagueDay } from '#lib/core/domain/values/day-value.ts'
import type { Bounds } from '#lib/core/domain/values/number-value.ts'
import type { KnownField } from './all-fields.ts'
import type { ColumnValue } from './read-field.ts'

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

type Imported = Extract<KnownField, { importColumn: string }>

/** Column of the table that a file may bring. */
export type ImportColumn = Imported['importColumn']

/** Where the column may be empty, a file that does not say leaves it so. */
type ColumnOf<Field> = Field extends { isAlwaysKnown: true } | { importDefault: ColumnValue }
  ? KnownInColumn<Field>
  : KnownInColumn<Field> | null
type KnownInColumn<Field> = Field extends { type: 'vague-day' }
  ? string
  : Field extends { type: 'choice'; choices: readonly (infer Code)[] }
    ? Code
    : Known<Field>

/** What an import writes, by columns. */
export type ImportedColumns = { [Field in Imported as Field['name']]: ColumnOf<Field> } & {
  [Field in Extract<Imported, { precisionName: string }> as Field['precisionName']]: DayPrecision | null
}
