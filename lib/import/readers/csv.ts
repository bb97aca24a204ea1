/** Reads delimited text with a header line, row by row. A row that cannot be split is handed on with its fault. */
import { FileFault, type RawRow, RowFault } from '../row.ts'
import { suggest } from '../suggest.ts'
import { type CsvRecord, readRecords } from './csv-records.ts'
import { readText, type Watch } from './text.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const

type CsvOptions = {
  encoding: string
  /** The most frequent of `, ; tab |` in the header line where it is left out. */
  delimiter?: string | undefined
  /** Columns that the file must have. */
  needed: readonly string[]
}

/** Rows are named by the line on which they begin, from 1; a header that cannot be used is a FileFault. */
export async function* readCsv(file: string, options: CsvOptions, watch: Watch): AsyncGenerator<RawRow> {
  const text = readText(file, options.encoding, watch)
  const first = await text.next()
  const head = first.value ?? ''
  const delimiter = options.delimiter ?? guessDelimiter(head)
  const records = readRecords(join(head, text), delimiter, file)
  const top = await records.next()
  if (top.done) throw new FileFault(`${file} is empty: it needs a header line and rows.`)
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
  if (fault) throw new FileFault(`${file}, line 1: ${fault.message}. Correct the header line.`)
  const header = fields.map((name) => name.trim())
  if (/[\uFFFD\0]/.test(header.join('')))
    throw new FileFault(
      `${file}, line 1: the header is not ${encoding}. Save the file as CSV in UTF-8, or name its "encoding" in a JSON profile.`,
    )
  const twice = header.find((name, index) => name && header.indexOf(name) !== index)
  if (twice) throw new FileFault(`${file}, line 1: the column "${twice}" stands there twice. Rename one.`)
  const missing = needed.find((name) => !header.includes(name))
  if (missing !== undefined)
    throw new FileFault(
      `${file} has no column "${missing}", which the profile names: ${suggest(missing, header)}`,
    )
  return header
}

function toRow(header: string[], { line, fields, fault }: CsvRecord): RawRow {
  const at = `line ${line}`
  if (fault) {
    const [field = '(row)', message, cure] = [header[fault.column], fault.message, fault.cure]
    return { at, fields: {}, fault: new RowFault(field, message, cure) }
  }
  // Spreadsheets like to append empty fields.
  if (fields.length < header.length || fields.slice(header.length).some((text) => text.trim()))
    return {
      at,
      fields: {},
      fault: new RowFault(
        '(row)',
        `${fields.length} fields, but the header has ${header.length}`,
        'quote fields that hold the delimiter, and write out empty ones',
      ),
    }
  const named: Record<string, string> = Object.create(null)
  header.forEach((name, index) => {
    named[name] = fields[index] ?? ''
  })
  return { at, fields: named }
}
