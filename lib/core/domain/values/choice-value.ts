/** Reads codes of a list, from files, forms and JSON alike. */
import { readText, toParts } from './text-value.ts'
import { toShownText, ValueFault } from './value-fault.ts'

/** One of the known codes, in any case; null for none. Throws a ValueFault for an unknown one. */
export function readChoice<Code extends string>(value: unknown, known: readonly Code[]): Code | null {
  const text = readText(value, Number.POSITIVE_INFINITY)
  if (text === null) return null
  const found = known.find((code) => code === text.toLowerCase())
  if (found) return found
  throw new ValueFault({ code: 'unknown-choice', values: { text: toShownText(text), known } })
}

/** Several of the known codes, each once, in the order given: as an array, or as one text that is split. */
export function readChoices<Code extends string>(value: unknown, known: readonly Code[]): Code[] {
  const codes = toParts(value).map((part) => readChoice(part, known))
  return [...new Set(codes)].filter((code) => code !== null)
}
