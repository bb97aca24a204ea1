/** The fields by which visitors filter spaces, and what may be asked of each. */
import type { Bounds } from '#lib/core/domain/values/number-value.ts'
import type { KnownField } from './all-fields.ts'
import { FIELDS } from './all-fields.ts'
import type { FieldDefinition } from './field-definition.ts'

type Filtered = Extract<KnownField, { filter: object }>
type Filter = Filtered['filter']
/** Names a condition on spaces. */
export type SpaceCondition = Filter['condition']
type ConditionOf<Kind extends Filter['kind']> = Extract<Filter, { kind: Kind }>['condition']
type RangeCondition = ConditionOf<'range'>
export type FlagCondition = ConditionOf<'flag'>
type DayCondition = ConditionOf<'day-by'>
export type ChoicesCondition = ConditionOf<'choices'>

/** Both ends included, in the field's unit; null where an end is open. */
export type NumberRange = { readonly from: number | null; readonly to: number | null }

type CodeOf<Field> = Field extends { filter: { choices: readonly (infer Code)[] } }
  ? Code
  : Field extends { choices: readonly (infer Code)[] }
    ? Code
    : never
type AskedOf<Field extends Filtered> = {
  range: NumberRange
  flag: boolean
  /** ISO date: on that day or before. */
  'day-by': string | null
  choices: readonly CodeOf<Field>[]
}[Field['filter']['kind']]

/** Empty lists, null and false mean "no condition"; several values of one list are joined by "or". */
export type SpaceConditions = { [Field in Filtered as Field['filter']['condition']]: AskedOf<Field> }

/** A column of the texts file: one number per rank, 0 where nothing is known. */
export type FilterColumn = Extract<Filter, { column: string }>['column']

type Base<Condition> = {
  field: FieldDefinition
  condition: Condition
  letter: string
  parameter: string
  position: number
}
export type RangeField = Base<RangeCondition> & {
  kind: 'range'
  column: FilterColumn
  bounds: Bounds
  decimals: number
}
export type FlagField = Base<FlagCondition> & { kind: 'flag'; column: FilterColumn }
export type DayField = Base<DayCondition> & { kind: 'day-by'; column: FilterColumn }
export type ChoicesField = Base<ChoicesCondition> & {
  kind: 'choices'
  /** Absent where the points hold it. */
  column?: FilterColumn
  /** Those of the field, in the order of their bytes. */
  codes: readonly string[]
  /** Those that one may ask for. */
  choices: readonly string[]
  choiceNames: string
  wordNames: string
}
export type FilterField = RangeField | FlagField | DayField | ChoicesField

/** In the order of the table, which is that of addresses. */
export const FILTER_FIELDS: readonly FilterField[] = FIELDS.flatMap(toFilterField)

/** In the order in which one reads them. */
export const PLACED_FILTER_FIELDS: readonly FilterField[] = FILTER_FIELDS.toSorted(
  (a, b) => a.position - b.position,
)

export function isFilterKind<Kind extends FilterField['kind']>(kind: Kind) {
  return (field: FilterField): field is Extract<FilterField, { kind: Kind }> => field.kind === kind
}

/** The condition of a field; the table's own types vouch for the names. */
function toFilterField(field: FieldDefinition): FilterField[] {
  if (!field.filter) return []
  if (field.type !== 'choice') return [{ ...field.filter, field } as FilterField]
  const { filter, choices, choiceNames = '', published } = field
  const names = { choiceNames, wordNames: filter.wordNames ?? choiceNames }
  const codes = published?.choices ?? choices
  return [{ ...filter, ...names, field, codes, choices: filter.choices ?? choices } as FilterField]
}
