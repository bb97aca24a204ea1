/** Reads yes and no, from files, forms and JSON alike: the same spellings everywhere. */
import { readText } from './text-value.ts'
import { toShownText, ValueFault } from './value-fault.ts'

const YES = ['yes', 'ja', 'true', '1']
const NO = ['no', 'nein', 'false', '0']

/** Null for none; throws a ValueFault for what is neither yes nor no. */
export function readYesNo(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const text = readText(value, Number.POSITIVE_INFINITY)
  if (text === null) return null
  const lower = text.toLowerCase()
  if (YES.includes(lower)) return true
  if (NO.includes(lower)) return false
  throw new ValueFault({ code: 'no-yes-or-no', values: { text: toShownText(text) } })
}
