/** Reads a field's value by its type: one reader per kind of value, for files, forms and JSON alike. */
import { readChoice, readChoices } from '#lib/core/domain/values/choice-value.ts'
import { readDay, readVagueDay } from '#lib/core/domain/values/day-value.ts'
import { readLink, readMailAddress } from '#lib/core/domain/values/link-value.ts'
import { readNumber, readWholeNumber } from '#lib/core/domain/values/number-value.ts'
import { readList, readText } from '#lib/core/domain/values/text-value.ts'
import { readYesNo } from '#lib/core/domain/values/yes-no-value.ts'
import type { FieldDefinition } from './field-definition.ts'

export type ColumnValue = string | number | boolean | readonly string[] | null

/** The columns that a field fills, mostly one; null, or an empty list, where nothing is given. Throws a ValueFault. */
export function readField(field: FieldDefinition, value: unknown): Record<string, ColumnValue> {
  if (field.type !== 'vague-day') return { [field.name]: readValue(field, value) }
  const vague = readVagueDay(value)
  return { [field.name]: vague?.day ?? null, [field.precisionName]: vague?.precision ?? null }
}

function readValue(field: Exclude<FieldDefinition, { type: 'vague-day' }>, value: unknown): ColumnValue {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return readText(value, field.maxLength, field.type === 'long-text')
    case 'list':
      return readList(value, field)
    case 'number':
      return readNumber(value, field.bounds)
    case 'whole-number':
      return readWholeNumber(value, field.bounds)
    case 'choice':
      return readChoice(value, field.choices)
    case 'choices':
      return readChoices(value, field.choices)
    case 'day':
      return readDay(value)
    case 'yes-no':
      return readYesNo(value)
    case 'link':
      return readLink(value)
    case 'mail':
      return readMailAddress(value)
  }
}
