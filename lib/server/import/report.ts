/** One line per row: what became of it, and why. Written to a CSV file on request; the first faults are also said aloud. */
import { once } from 'node:events'
import { createWriteStream, openSync } from 'node:fs'
import { formatCsvCell } from '#lib/core/domain/format-csv.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import type { Counts, RowOutcome } from './counts.ts'
import { formatImportCure, formatImportMessage } from './format-import-message.ts'
import { type ImportMessage, type Text, toImportMessage } from './import-messages.ts'
import { Fault } from './row.ts'

export type ReportLine = {
  at: Text
  outcome: RowOutcome
  name?: string
  field?: Text
  /** Why, with a cure where there is one. */
  note?: ImportMessage
}

export type Report = {
  add(line: ReportLine): void
  close(): Promise<void>
}

type ReportOptions = {
  locale: Locale
  /** Hears of the first faults. */
  print(text: string): void
  /** Receives all lines, as CSV. */
  file?: string | undefined
  onLine?: ((line: ReportLine) => void) | undefined
}

const MAX_PRINTED_FAULTS = 20
const COLUMNS = ['row', 'outcome', 'name', 'field', 'message', 'cure'] as const

/** Counts every line. Throws when the file cannot be written. */
export function openReport(counts: Counts, { locale, print, file, onLine }: ReportOptions): Report {
  const stream = file ? createWriteStream(file, { fd: openForWriting(file) }) : undefined
  let fault: Fault | undefined
  stream?.on('error', (cause) => {
    fault = toReportFault(cause)
  })
  const write = (cells: string[]) => stream?.write(`${cells.map(formatCsvCell).join(',')}\r\n`)
  write(COLUMNS.map((column) => formatImportMessage(locale, toImportMessage(`report.${column}`))))
  return {
    add: (line) => {
      counts[line.outcome] += 1
      onLine?.(line)
      const isPrinted = line.outcome === 'rejected' && counts.rejected <= MAX_PRINTED_FAULTS
      if (stream || isPrinted) {
        const told = tell(line, locale)
        write([told.at, told.outcome, line.name ?? '', told.field, told.message, told.cure])
        if (isPrinted)
          print(
            formatImportMessage(
              locale,
              toImportMessage('notices.rejected', { ...told, cure: endSentence(told.cure) }),
            ),
          )
      }
      if (line.outcome === 'rejected' && counts.rejected === MAX_PRINTED_FAULTS + 1)
        print(formatImportMessage(locale, toImportMessage('notices.further-rejected')))
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
    at: formatImportMessage(locale, at),
    outcome: formatImportMessage(locale, toImportMessage(`report.${outcome}`)),
    field: formatImportMessage(locale, field),
    message: note ? formatImportMessage(locale, note) : '',
    cure: note ? formatImportCure(locale, note) : '',
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
  return new Fault(toImportMessage('runs.report-refused', { detail: message }))
}
