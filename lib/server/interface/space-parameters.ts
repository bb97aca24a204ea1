/** The parameters of the public interface that ask something of spaces; no business meets them, and no space of which nobody has said. */

import type { Unit } from '#lib/core/domain/fields/field-definition.ts'
import {
  FILTER_FIELDS,
  type FilterField,
  type RangeField,
  type SpaceConditions,
} from '#lib/core/domain/fields/filter-fields.ts'
import { parseIsoDate } from '#lib/core/domain/values/day-value.ts'
import { parseRangeEnd } from '#lib/core/view/space-conditions.ts'
import { type Readers, takeCodes, USE_DAY } from './parse-parameters.ts'

type Reader = Readers<SpaceConditions>[string]

const UNIT_NAMES = {
  'm²': 'square metres',
  m: 'metres',
  months: 'months',
  degrees: 'degrees',
} as const satisfies Record<Unit, string>

export const SPACE_READERS: Readers<SpaceConditions> = Object.fromEntries(FILTER_FIELDS.flatMap(toReaders))

export const SPACE_PARAMETERS = Object.keys(SPACE_READERS)

function toReaders(field: FilterField): [parameter: string, Reader][] {
  const { parameter } = field
  if (field.kind === 'range')
    return [
      [`min_${parameter}`, readEnd(field, 'from')],
      [`max_${parameter}`, readEnd(field, 'to')],
    ]
  return [[parameter, (query, text) => takeAsked(field, query, text)]]
}

function readEnd(field: RangeField, end: 'from' | 'to'): Reader {
  return (query, text) => {
    const value = parseRangeEnd(field, text)
    Object.assign(query, { [field.condition]: { ...query[field.condition], [end]: value } })
    return value === null ? cureRange(field) : null
  }
}

/** How a number may be written. */
function cureRange({ field, bounds: [least, most], decimals }: RangeField): string {
  const unit = 'unit' in field && field.unit ? ` of ${UNIT_NAMES[field.unit]}` : ''
  const digits = decimals === 0 ? '' : `, with at most ${decimals} decimals`
  return `Use a ${decimals === 0 ? 'whole number' : 'number'}${unit} from ${least} to ${most}${digits}.`
}

function takeAsked(
  field: Exclude<FilterField, RangeField>,
  query: SpaceConditions,
  text: string,
): string | null {
  const take = (value: boolean | string | null | readonly string[]) =>
    Object.assign(query, { [field.condition]: value })
  switch (field.kind) {
    case 'choices':
      return takeCodes(text, field.choices, take)
    case 'flag':
      take(text === 'true')
      return text === 'true' ? null : 'Use true, or leave the parameter out.'
    case 'day-by':
      take(parseIsoDate(text))
      return parseIsoDate(text) === null ? USE_DAY : null
  }
}
