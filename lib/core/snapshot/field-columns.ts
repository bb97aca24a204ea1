/** The columns of the texts file that come from the table of fields: one number per rank for each field that spaces are filtered by. */

import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import { FILTER_FIELDS, type FilterColumn, type FilterField } from '#lib/core/domain/fields/filter-fields.ts'
import { toDay } from '#lib/core/domain/freshness.ts'
import { FEATURE_ABSENT, FEATURE_PRESENT } from '#lib/core/domain/space-facts.ts'

/** By rank; 0 where nobody has said. Numbers as they are, codes one more than their position, yes and no as FEATURE_PRESENT and FEATURE_ABSENT. */
export type FieldColumns = Record<FilterColumn, number[]>

type ColumnField = FilterField & { column: FilterColumn }

const COLUMN_FIELDS = FILTER_FIELDS.filter((field): field is ColumnField => field.column !== undefined)

export const FIELD_COLUMNS: readonly FilterColumn[] = COLUMN_FIELDS.map(({ column }) => column)

export function toFieldColumns(entries: readonly Entry[]): FieldColumns {
  const columns = COLUMN_FIELDS.map((field) => {
    const key = field.field.key as keyof Entry
    return [field.column, entries.map((entry) => toNumber(field, entry[key]))]
  })
  return Object.fromEntries(columns) as FieldColumns
}

function toNumber(field: ColumnField, value: Entry[keyof Entry]): number {
  if (value === null) return 0
  switch (field.kind) {
    case 'range':
      return Number(value)
    case 'flag':
      return value ? FEATURE_PRESENT : FEATURE_ABSENT
    case 'day-by':
      // All days before the first that columns count are that one.
      return Math.max(1, toDay(String(value)))
    case 'choices':
      return field.codes.indexOf(String(value)) + 1
  }
}
