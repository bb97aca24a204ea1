/** Reads single fields of a proposal, from a form (texts) or from JSON (typed): the same rules for both. */

import type { FaultCode, FieldFault } from '#lib/core/domain/proposal.ts'
import { parseDay, parseVagueDay, parseWebsite } from '#lib/server/import/fields.ts'
import { RowFault } from '#lib/server/import/row.ts'

/** Thrown by a reader; carries what the answer lists. */
export class Refusal extends Error {
  readonly code: FaultCode
  readonly values: FieldFault['values']
  constructor(code: FaultCode, values?: FieldFault['values']) {
    super(code)
    this.code = code
    this.values = values
  }
}

/** A text without control characters (line breaks stay where `isLong`), or null for none. */
export function readText(value: unknown, maxLength: number, isLong = false): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') throw new Refusal('unknown-choice', { choices: 'text' })
  const text = value
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/\p{Cc}/gu, (sign) => (isLong && sign === '\n' ? '\n' : ' '))
    .trim()
  if (text.length > maxLength) throw new Refusal('too-long', { max: maxLength })
  return text || null
}

/** A number within limits; a decimal comma is understood. */
export function readNumber(value: unknown, min: number, max: number): number | null {
  const text = typeof value === 'number' ? String(value) : readText(value, 20)
  if (text === null) return null
  const number = /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (!Number.isFinite(number)) throw new Refusal('no-number')
  if (number < min || number > max) throw new Refusal('out-of-range', { min, max })
  return number
}

export function readWhole(value: unknown, min: number, max: number): number | null {
  const number = readNumber(value, min, max)
  if (number !== null && !Number.isInteger(number)) throw new Refusal('no-whole-number')
  return number
}

/** yes or no; null where nothing is said. */
export function readYesNo(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const text = readText(value, 10)
  if (text === null) return null
  if (text === 'yes' || text === 'true') return true
  if (text === 'no' || text === 'false') return false
  throw new Refusal('unknown-choice', { choices: 'yes, no' })
}

export function readChoice<T extends string>(value: unknown, known: readonly T[]): T | null {
  const text = readText(value, 100)
  if (text === null) return null
  const found = known.find((choice) => choice === text)
  if (!found) throw new Refusal('unknown-choice', { choices: known.join(', ') })
  return found
}

/** Several of a list: as an array, or as a text joined by commas. */
export function readChoices<T extends string>(value: unknown, known: readonly T[]): T[] {
  const parts = Array.isArray(value) ? value : (readText(value, 500)?.split(',') ?? [])
  return [...new Set(parts.map((part) => readChoice(part, known)))].filter((part) => part !== null)
}

/** Short texts, as an array or joined by commas. */
export function readList(value: unknown, most: number): string[] {
  const parts = Array.isArray(value) ? value : (readText(value, 2000)?.split(',') ?? [])
  if (parts.length > most) throw new Refusal('out-of-range', { min: 0, max: most })
  return [...new Set(parts.map((part) => readText(part, 100)))].filter((part) => part !== null)
}

export function readDay(value: unknown): string | null {
  return attempt(() => parseDay('', readText(value, 20) ?? undefined), 'no-day')
}

/** A day, a month or a year, with its precision. */
export function readVagueDay(value: unknown): ReturnType<typeof parseVagueDay> {
  return attempt(() => parseVagueDay('', readText(value, 20) ?? undefined), 'no-day')
}

/** An http(s) address; anything else could run or lead elsewhere. */
export function readWebsite(value: unknown): string | null {
  return attempt(() => parseWebsite('', readText(value, 500) ?? undefined), 'no-website')
}

/** A mail address without anything that could end up in another header. */
export function readMailAddress(value: unknown): string | null {
  const text = readText(value, 320)
  if (text === null) return null
  if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]+$/.test(text))
    throw new Refusal('no-address')
  return text
}

function attempt<T>(read: () => T, code: FaultCode): T {
  try {
    return read()
  } catch (fault) {
    if (fault instanceof RowFault) throw new Refusal(code)
    throw fault
  }
}
