/** Entries as CSV (RFC 4180) for spreadsheets, which run a cell as a formula when its text begins like one. */
import type { Entry } from '#lib/domain/entry.ts'
import { streamEntries } from './stream-entries.ts'

/** Without it Excel takes UTF-8 for the local code page and shows umlauts as two letters. */
const BYTE_ORDER_MARK = '\uFEFF'

const COLUMNS = [
  'id',
  'kind',
  'name',
  'slug',
  'disciplines',
  'district',
  'address',
  'lng',
  'lat',
  'disclosure',
  'state',
  'use',
  'areaSquareMeters',
  'summary',
  'services',
  'website',
  'confirmedOn',
  'confirmedBy',
  'source',
  'license',
  'attribution',
] as const satisfies readonly (keyof Entry)[]

/**
 * `= + - @`, full-width and small forms of them, behind any blank or control character, or a leading tab or line break. Where
 * the spreadsheet's language splits cells at semicolons, as German does, a text starts anew behind each of them, and our
 * quotes stand in the middle of a cell and protect nothing: so semicolons, tabs and line breaks count as beginnings too.
 */
const FORMULA = /(?<=^|;)(?=[\t\r\n])|(?<=^|[;\t\r\n])(?=[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/gu
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/

/** The line with the columns' names. */
export function formatCsvHead(): string {
  return `${COLUMNS.join(',')}\r\n`
}

/** One entry as a line; lists are joined by semicolons, absent values are empty. */
export function formatCsvLine(entry: Entry): string {
  return `${COLUMNS.map((column) => formatCsvCell(entry[column])).join(',')}\r\n`
}

/** One cell. Numbers stay numbers; a text that a spreadsheet would run gets an apostrophe in front (OWASP, CSV injection). */
export function formatCsvCell(value: string | number | readonly string[] | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = typeof value === 'string' ? value : value.join(';')
  const safe = text.replace(FORMULA, "'")
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** All lines as a stream, behind a byte order mark. */
export function streamCsv(entries: readonly Entry[]): ReadableStream<Uint8Array> {
  const part = (some: readonly Entry[]) => some.map(formatCsvLine).join('')
  return streamEntries(entries, { head: BYTE_ORDER_MARK + formatCsvHead(), part, tail: '' })
}
