/**
 * Text to records of fields. A broken quote costs its own row only: the next line is read as a new one. The library that knows
 * the rules of quoting cannot go on after a fault, hence it gets one record at a time.
 */
import { CsvError, parse } from 'csv-parse/sync'
import type { NamedIn } from '#lib/server/import/import-messages.ts'
import { FileFault } from '#lib/server/import/row.ts'

export type CsvFault = { column: number; reason: NamedIn<'rows'> }
/** `line` is the one on which the record begins, from 1. */
export type CsvRecord = { line: number; fields: string[]; fault: CsvFault | null }

/** How far a quoted field may reach over line breaks before its quote counts as never closed. */
const LONGEST_RECORD_LINES = 100
const LONGEST_LINE_CHARACTERS = 100_000

type Lookahead = (nth: number) => Promise<string | undefined>

/** Records in the order of the text, without blank lines. A line beyond 100,000 characters is a FileFault: this is no CSV. */
export async function* readRecords(
  chunks: AsyncGenerator<string>,
  delimiter: string,
  file: string,
): AsyncGenerator<CsvRecord> {
  const lines = splitLines(chunks, file)
  const ahead: string[] = []
  const look: Lookahead = async (nth) => {
    while (ahead.length <= nth) {
      const next = await lines.next()
      if (next.done) return undefined
      ahead.push(next.value)
    }
    return ahead[nth]
  }
  let width = 0
  let line = 1
  for (let first = await look(0); first !== undefined; first = await look(0)) {
    const { used, fields, fault } = await readRecord(first, look, delimiter, width)
    if (first.trim()) {
      width ||= fields.length
      yield { line, fields, fault }
    }
    ahead.splice(0, used)
    line += used
  }
}

/** Takes further lines in while a quote is open; where that leads nowhere, the first line alone is the fault. */
async function readRecord(first: string, look: Lookahead, delimiter: string, width: number) {
  let text = first
  for (let used = 1; ; used += 1) {
    const parsed = splitFields(text, delimiter)
    if (Array.isArray(parsed) && (used === 1 || width === 0 || parsed.length === width))
      return { used, fields: parsed, fault: null }
    const isOpen = parsed instanceof CsvError && parsed.code === 'CSV_QUOTE_NOT_CLOSED'
    const next = isOpen && used < LONGEST_RECORD_LINES ? await look(used) : undefined
    if (next === undefined) return { used: 1, fields: [], fault: toFault(splitFields(first, delimiter)) }
    text += `\n${next}`
  }
}

function splitFields(text: string, delimiter: string): string[] | CsvError {
  if (!text.includes('"')) return text.split(delimiter)
  try {
    return parse(text, { delimiter, relax_column_count: true, record_delimiter: '\r\n' })[0] ?? []
  } catch (fault) {
    if (fault instanceof CsvError) return fault
    throw fault
  }
}

const FAULTS: Record<string, NamedIn<'rows'>> = {
  CSV_INVALID_CLOSING_QUOTE: ['quote-goes-on'],
  CSV_QUOTE_NOT_CLOSED: ['quote-open'],
  INVALID_OPENING_QUOTE: ['quote-inside'],
}

function toFault(cause: string[] | CsvError): CsvFault {
  const { code, message, column } =
    cause instanceof CsvError ? cause : new CsvError('CSV_QUOTE_NOT_CLOSED', '')
  return {
    column: typeof column === 'number' ? column : -1,
    reason: FAULTS[code] ?? ['unsplittable', { detail: message }],
  }
}

/** Ends of lines may be those of Unix, of Windows or of old Macs. */
async function* splitLines(chunks: AsyncGenerator<string>, file: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const text = rest + chunk
    // A carriage return at the end may be the first half of a Windows line end.
    const cut = text.endsWith('\r') ? text.length - 1 : text.length
    const lines = text.slice(0, cut).split(/\r\n|\n|\r/)
    rest = (lines.pop() ?? '') + text.slice(cut)
    if (rest.length > LONGEST_LINE_CHARACTERS) throw new FileFault('endless-line', { file })
    yield* lines
  }
  if (rest) yield rest.replace(/\r$/, '')
}
