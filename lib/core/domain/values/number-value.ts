/** Reads numbers, from files, forms and JSON alike. */
import { readText } from './text-value.ts'
import { toShownText, ValueFault } from './value-fault.ts'

export type Bounds = readonly [least: number, most: number]

/** A number within its bounds, both included; a decimal comma is understood. Null for none; throws a ValueFault for anything else. */
export function readNumber(value: unknown, [least, most]: Bounds): number | null {
  const text = typeof value === 'number' ? String(value) : readText(value, Number.POSITIVE_INFINITY)
  if (text === null) return null
  const number = /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  const shown = toShownText(text)
  if (!Number.isFinite(number)) throw new ValueFault({ code: 'no-number', values: { text: shown } })
  if (number < least || number > most)
    throw new ValueFault({ code: 'out-of-range', values: { text: shown, least, most } })
  return number
}

export function readWholeNumber(value: unknown, bounds: Bounds): number | null {
  const number = readNumber(value, bounds)
  if (number === null || Number.isInteger(number)) return number
  const [least, most] = bounds
  throw new ValueFault({ code: 'no-whole-number', values: { text: String(value), least, most } })
}

/** A number as an address writes it: digits, a point and at most so many `decimals`. Null for any other text, and beyond the bounds. */
export function parsePlainNumber(text: string, [least, most]: Bounds, decimals: number): number | null {
  const match = /^\d{1,9}(?:\.(\d+))?$/.exec(text)
  if (!match || (match[1] ?? '').length > decimals) return null
  const number = Number(text)
  return number >= least && number <= most ? number : null
}
