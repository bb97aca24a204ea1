/** Reads texts and lists of them, from files, forms and JSON alike. */
import { ValueFault } from './value-fault.ts'

/** A list that is written as one text is no longer than this. */
export const MAX_LIST_LENGTH = 2000

/**
 * A text without control characters and outer blanks, or null for none; `maxLength` in UTF-16 units. Line breaks stay where `keepsLines`. Throws
 * a ValueFault for what is no text or too long.
 */
export function readText(value: unknown, maxLength: number, keepsLines = false): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') throw new ValueFault({ code: 'no-text', values: {} })
  const text = value
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(keepsLines ? /[^\P{Cc}\n]+/gu : /\p{Cc}+/gu, ' ')
    .trim()
  if (text.length > maxLength)
    throw new ValueFault({ code: 'too-long', values: { length: text.length, most: maxLength } })
  return text || null
}

/** Splits at commas, semicolons and bars, without empty parts. */
export function splitParts(text: string): string[] {
  return text.split(/[,;|]/).flatMap((part) => part.trim() || [])
}

/** Short texts, each once, as an array or as one text that is split. Throws a ValueFault for too many or too long ones. */
export function readList(value: unknown, { mostParts, maxLength }: { mostParts: number; maxLength: number }) {
  // Room for all parts at their full length, with what stands between them.
  const parts = toParts(value, mostParts * (maxLength + 2))
    .map((part) => readText(part, maxLength))
    .filter((part) => part !== null)
  const list = [...new Set(parts)]
  if (list.length > mostParts)
    throw new ValueFault({ code: 'too-many', values: { count: list.length, most: mostParts } })
  return list
}

/** The parts of an array, or of a text. */
export function toParts(value: unknown, maxLength = MAX_LIST_LENGTH): readonly unknown[] {
  return Array.isArray(value) ? value : splitParts(readText(value, maxLength) ?? '')
}
