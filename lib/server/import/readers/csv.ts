/** Reads delimited text with a header line, row by row. A row that cannot be split is handed on with its fault. */

import { toSuggestion } from '#lib/server/import/did-you-mean.ts'
import { toImportMessage } from '#lib/server/import/import-messages.ts'
import { FileFault, type RawRow, RowFault } from '#lib/server/import/row.ts'
import { type CsvFault, type CsvRecord, readRecords } from './csv-records.ts'
import { readFileText, type Watch } from './file-text.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const
const WHOLE_ROW = toImportMessage('places.whole-row')

type CsvOptions = {
  encoding: string
  /** The most frequent of `, ; tab |` in the header line where it is left out. */
  delimiter?: string | undefined
  /** Columns that the file must have. */
  needed: readonly string[]
}

/** Rows are named by the line on which they begin, from 1; a header that cannot be used is a FileFault. */
export async function* readCsv(file: string, options: CsvOptions, watch: Watch): AsyncGenerator<RawRow> {
  const text = readFileText(file, options.encoding, watch)
  const first = await text.next()
  const head = first.value ?? ''
  const delimiter = options.delimiter ?? guessDelimiter(head)
  const records = readRecords(join(head, text), delimiter, file)
  const top = await records.next()
  if (top.done) throw new FileFault('empty-table', { file })
  const header = readHeader(file, top.value, options)
  for await (const record of records) yield toRow(header, record)
}

async function* join(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

function guessDelimiter(text: string): string {
  const line = text.trimStart().split(/[\r\n]/, 1)[0] ?? ''
  const count = (delimiter: string) => line.split(delimiter).length
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ','
}

function readHeader(file: string, { fields, fault }: CsvRecord, { encoding, needed }: CsvOptions): string[] {
  if (fault) throw new FileFault('header-broken', { file, fault: toRowFault(fault).importMessage })
  const header = fields.map((name) => name.trim())
  if (/[\uFFFD\0]/.test(header.join(''))) throw new FileFault('header-encoding', { file, encoding })
  const twice = header.find((name, index) => name && header.indexOf(name) !== index)
  if (twice) throw new FileFault('column-twice', { file, column: twice })
  const missing = needed.find((name) => !header.includes(name))
  if (missing !== undefined)
    throw new FileFault('column-missing', {
      file,
      column: missing,
      suggestion: toSuggestion(missing, header),
    })
  return header
}

function toRow(header: string[], { line, fields, fault }: CsvRecord): RawRow {
  const at = toImportMessage('places.line', { number: line })
  if (fault) return { at, fields: {}, fault: toRowFault(fault, header) }
  // Spreadsheets like to append empty fields.
  if (fields.length < header.length || fields.slice(header.length).some((text) => text.trim()))
    return {
      at,
      fields: {},
      fault: new RowFault(WHOLE_ROW, 'field-count', { count: fields.length, expected: header.length }),
    }
  const named: Record<string, string> = Object.create(null)
  header.forEach((name, index) => {
    named[name] = fields[index] ?? ''
  })
  return { at, fields: named }
}

function toRowFault({ column, reason }: CsvFault, header: readonly string[] = []): RowFault {
  return new RowFault(header[column] ?? WHOLE_ROW, ...reason)
}
