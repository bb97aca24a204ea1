/** Reads delimited text with a header line, row by row. A row that cannot be split is handed on with its fault. */
import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { FileFault, type RawRow, RowFault } from '../row.ts'
import { readText, type Watch } from './text.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const
const LONGEST_ROW_CHARACTERS = 100_000

type CsvOptions = { encoding: string; delimiter?: string | undefined }

/** The delimiter is the most frequent of `, ; tab |` in the header line unless given. */
export async function* readCsv(file: string, options: CsvOptions, watch: Watch): AsyncGenerator<RawRow> {
  const chunks = readText(file, options.encoding, watch)
  const head = await chunks.next()
  if (head.done || !head.value.trim())
    throw new FileFault(`${file} is empty: it needs a header line and rows.`)
  const faults: RawRow[] = []
  const parser = parse({
    delimiter: options.delimiter ?? guessDelimiter(head.value),
    bom: true,
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_ROW_CHARACTERS,
    on_skip: (fault) => void (fault && faults.push(toFaultyRow(fault))),
  })
  const text = Readable.from(join(head.value, chunks))
  text.on('error', (fault) => parser.destroy(fault))
  text.pipe(parser)

  let header: string[] | undefined
  for await (const { record, info } of parser as AsyncIterable<{
    record: string[]
    info: { lines: number }
  }>) {
    yield* faults.splice(0)
    if (!header) {
      header = record.map((name) => name.trim())
      continue
    }
    yield toRow(header, record, info.lines)
  }
  yield* faults.splice(0)
  if (!header) throw new FileFault(`${file} has no header line that can be read.`)
}

async function* join(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

function guessDelimiter(text: string): string {
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  const count = (delimiter: string) => line.split(delimiter).length
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ','
}

function toRow(header: string[], record: string[], line: number): RawRow {
  const fields: Record<string, string> = Object.create(null)
  header.forEach((name, index) => {
    fields[name] = record[index] ?? ''
  })
  return { at: `line ${line}`, fields }
}

const CURES: Record<string, [message: string, cure: string]> = {
  CSV_INVALID_CLOSING_QUOTE: [
    'a quoted field goes on after its closing quote',
    'double every quote inside a quoted field: ""',
  ],
  CSV_QUOTE_NOT_CLOSED: [
    'a quote is opened and never closed; all after it was lost',
    'close the quote, or remove it',
  ],
  INVALID_OPENING_QUOTE: [
    'a quote stands inside a field that is not quoted',
    'quote the whole field and double the quote inside: ""',
  ],
  CSV_MAX_RECORD_SIZE: ['the row is too long; a quote before it may be open', 'close the quote'],
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: [
    'the row has more or fewer fields than the header',
    'quote fields that hold the delimiter',
  ],
}

function toFaultyRow(fault: CsvError): RawRow {
  const [message, cure] = CURES[fault.code] ?? [fault.message, 'compare the row with its neighbours']
  return {
    at: `line ${typeof fault.lines === 'number' ? fault.lines : '?'}`,
    fields: {},
    fault: new RowFault('(row)', message, cure),
  }
}
