/** One line per row: what became of it, and why. Written to a CSV file on request; the first faults are also said aloud. */
import { once } from 'node:events'
import { createWriteStream, openSync } from 'node:fs'
import { formatCsvCell } from '#lib/core/domain/format-csv.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import type { Counts, RowOutcome } from './counts.ts'
import { Fault } from './row.ts'
import { type Saying, type Text, toSaying } from './sayings.ts'
import { sayCureIn, sayIn } from './words.ts'

export type ReportLine = {
  at: Text
  outcome: RowOutcome
  name?: string
  field?: Text
  /** Why, with a cure where there is one. */
  note?: Saying
}

export type Report = {
  add(line: ReportLine): void
  close(): Promise<void>
}

type ReportOptions = {
  locale: Locale
  /** Hears of the first faults. */
  say(text: string): void
  /** Receives all lines, as CSV. */
  file?: string | undefined
  onLine?: ((line: ReportLine) => void) | undefined
}

const FAULTS_SAID = 20
const COLUMNS = ['row', 'outcome', 'name', 'field', 'message', 'cure'] as const

/** Counts every line. Throws when the file cannot be written. */
export function openReport(counts: Counts, { locale, say, file, onLine }: ReportOptions): Report {
  const stream = file ? createWriteStream(file, { fd: openForWriting(file) }) : undefined
  let fault: Fault | undefined
  stream?.on('error', (cause) => {
    fault = toReportFault(cause)
  })
  const write = (cells: string[]) => stream?.write(`${cells.map(formatCsvCell).join(',')}\r\n`)
  write(COLUMNS.map((column) => sayIn(locale, toSaying(`report.${column}`))))
  return {
    add: (line) => {
      counts[line.outcome] += 1
      onLine?.(line)
      const isSaid = line.outcome === 'rejected' && counts.rejected <= FAULTS_SAID
      if (stream || isSaid) {
        const told = tell(line, locale)
        write([told.at, told.outcome, line.name ?? '', told.field, told.message, told.cure])
        if (isSaid)
          say(sayIn(locale, toSaying('notices.rejected', { ...told, cure: endSentence(told.cure) })))
      }
      if (line.outcome === 'rejected' && counts.rejected === FAULTS_SAID + 1)
        say(sayIn(locale, toSaying('notices.further-rejected')))
    },
    close: async () => {
      if (stream && !stream.destroyed) {
        stream.end()
        await once(stream, 'close')
      }
      if (fault) throw fault
    },
  }
}

function tell({ at, outcome, field = '', note }: ReportLine, locale: Locale) {
  return {
    at: sayIn(locale, at),
    outcome: sayIn(locale, toSaying(`report.${outcome}`)),
    field: sayIn(locale, field),
    message: note ? sayIn(locale, note) : '',
    cure: note ? sayCureIn(locale, note) : '',
  }
}

function endSentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`
}

function openForWriting(file: string): number {
  try {
    return openSync(file, 'w')
  } catch (cause) {
    throw toReportFault(cause as Error)
  }
}

function toReportFault({ message }: Error): Fault {
  return new Fault(toSaying('runs.report-refused', { detail: message }))
}
