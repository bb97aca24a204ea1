/**
 * What a visitor asks of spaces, and its form in the address, by the letters of the table of fields: `u=workshop,studio` (use), `z=verified,offered`
 * (Zustand), `f=40-100`, `f=40-` or `f=-100` (Fläche in m²), `e=1` (ebenerdig: step-free), `b=2027-03-01` (available by that day), `p=free,low`
 * (price class). The letters are none of the planning page's, because addresses go along from page to page. What nobody has said of a space meets
 * no condition.
 */
import {
  FILTER_FIELDS,
  type FilterField,
  type NumberRange,
  type RangeField,
  type SpaceConditions,
} from '#lib/core/domain/fields/filter-fields.ts'
import { parseIsoDate } from '#lib/core/domain/values/day-value.ts'
import { parsePlainNumber } from '#lib/core/domain/values/number-value.ts'
import { readCodes, setOrDelete } from './parameters.ts'

type Asked = SpaceConditions[keyof SpaceConditions]

const ANY_NUMBER: NumberRange = { from: null, to: null }

export const NO_SPACE_CONDITIONS = toConditions(
  ({ kind }) => ({ choices: [], range: ANY_NUMBER, flag: false, 'day-by': null })[kind],
)

/** Reads conditions from an address; what is unknown or mangled is dropped. */
export function parseSpaceConditions(params: URLSearchParams): SpaceConditions {
  return toConditions((field) => parseAsked(field, params.get(field.letter)))
}

/** Writes conditions into an address' parameters; one that is not set leaves no trace. */
export function formatSpaceConditions(conditions: SpaceConditions, params: URLSearchParams): void {
  for (const { letter, condition } of FILTER_FIELDS)
    setOrDelete(params, letter, formatAsked(conditions[condition]))
}

/** Whether anything is asked of spaces that no business can meet. */
export function asksOfSpaces(conditions: SpaceConditions): boolean {
  return FILTER_FIELDS.some(({ condition }) => holds(conditions, condition))
}

/** Whether a condition is set. */
export function holds(conditions: SpaceConditions, condition: keyof SpaceConditions): boolean {
  return formatAsked(conditions[condition]) !== ''
}

/** An end of a range as somebody typed or linked it; null for anything but a number within the bounds. */
export function parseRangeEnd({ bounds, decimals }: RangeField, text: string): number | null {
  return parsePlainNumber(text, bounds, decimals)
}

function toConditions(toAsked: (field: FilterField) => Asked): SpaceConditions {
  const asked = FILTER_FIELDS.map((field) => [field.condition, toAsked(field)])
  return Object.fromEntries(asked) as SpaceConditions
}

function parseAsked(field: FilterField, text: string | null): Asked {
  switch (field.kind) {
    case 'choices':
      return readCodes(text, field.choices) as Asked
    case 'flag':
      return text === '1'
    case 'day-by':
      return parseIsoDate(text)
    case 'range': {
      const [, from = '', to = ''] = /^([\d.]*)-([\d.]*)$/.exec(text ?? '') ?? []
      return { from: parseRangeEnd(field, from), to: parseRangeEnd(field, to) }
    }
  }
}

function formatAsked(asked: Asked): string {
  if (asked === null || typeof asked === 'string') return asked ?? ''
  if (typeof asked === 'boolean') return asked ? '1' : ''
  if (!('from' in asked)) return asked.join(',')
  const { from, to } = asked
  return from === null && to === null ? '' : `${from ?? ''}-${to ?? ''}`
}
