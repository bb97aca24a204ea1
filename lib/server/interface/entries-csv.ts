/** Entries as CSV (RFC 4180) for spreadsheets. */
import { listFieldsWith } from '#lib/core/domain/fields/all-fields.ts'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import { BYTE_ORDER_MARK, formatCsvCell } from '#lib/core/domain/format-csv.ts'
import { streamEntries } from './stream-entries.ts'

const COLUMNS = listFieldsWith('published')
  .filter(({ published }) => published.csv !== null)
  .toSorted((a, b) => (a.published.csv ?? 0) - (b.published.csv ?? 0))
  .map(({ key }) => key as keyof Entry)

/** The line with the columns' names. */
export function formatCsvHead(): string {
  return `${COLUMNS.join(',')}\r\n`
}

/** One entry as a line; lists are joined by semicolons, absent values are empty. */
export function formatCsvLine(entry: Entry): string {
  return `${COLUMNS.map((column) => formatCsvCell(entry[column])).join(',')}\r\n`
}

/** All lines as a stream, behind a byte order mark. */
export function streamCsv(entries: readonly Entry[]): ReadableStream<Uint8Array> {
  const part = (some: readonly Entry[]) => some.map(formatCsvLine).join('')
  return streamEntries(entries, { head: BYTE_ORDER_MARK + formatCsvHead(), part, tail: '' })
}
