/** The edge between files and the readers of values: what a reader refuses becomes a RowFault, which names column and cure. */
import { readText } from '#lib/core/domain/values/text-value.ts'
import { ValueFault, type ValueProblem } from '#lib/core/domain/values/value-fault.ts'
import { toSuggestion } from './did-you-mean.ts'
import { RowFault } from './row.ts'

/** What a reader makes of a cell; throws a RowFault for what it refuses, and for bytes that were no text. */
export function readCell<T>(field: string, text: string | undefined, read: (value: unknown) => T): T {
  requireReadable(field, text ?? '')
  try {
    return read(text)
  } catch (fault) {
    throw (fault instanceof ValueFault && toRowFault(field, fault.problem)) || fault
  }
}

/** A text without control characters and outer blanks, no longer than the limit (characters); empty for none. */
export function readTextCell(field: string, text: string | undefined, maxLength: number): string {
  return readCell(field, text, (value) => readText(value, maxLength)) ?? ''
}

/** Throws a RowFault where a byte did not belong to the file's encoding, or half a character is left of one. */
export function requireReadable(field: string, text: string): void {
  if (text.includes('\uFFFD')) throw new RowFault(field, 'wrong-encoding', { text: text.slice(0, 80) })
  if (!text.isWellFormed()) throw new RowFault(field, 'half-character')
}

/** The same fault in the importer's words; null for what no column of a file can have. */
function toRowFault(field: string, { code, values }: ValueProblem): RowFault | null {
  switch (code) {
    case 'too-many':
      return new RowFault(field, 'too-many-services', values)
    case 'unknown-choice': {
      const { text, known } = values
      return new RowFault(field, 'unknown-value', { text, suggestion: toSuggestion(text, known) })
    }
    case 'no-text':
    case 'no-mail-address':
      return null
    case 'too-long':
      return new RowFault(field, code, values)
    case 'no-number':
    case 'no-day':
    case 'no-yes-or-no':
    case 'no-web-address':
      return new RowFault(field, code, values)
    case 'no-whole-number':
    case 'out-of-range':
      return new RowFault(field, code, values)
    case 'no-such-day':
      return new RowFault(field, code, values)
    case 'too-far-away':
      return new RowFault(field, code, values)
  }
}
