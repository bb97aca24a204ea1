/** Entries as CSV (RFC 4180) for spreadsheets. */

import type { Entry } from '#lib/core/domain/entry.ts'
import { BYTE_ORDER_MARK, formatCsvCell } from '#lib/core/domain/format-csv.ts'
import { streamEntries } from './stream-entries.ts'

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
  'stepFree',
  'availableFrom',
  'rentClass',
  'summary',
  'services',
  'website',
  'confirmedOn',
  'confirmedBy',
  'source',
  'license',
  'attribution',
] as const satisfies readonly (keyof Entry)[]

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
