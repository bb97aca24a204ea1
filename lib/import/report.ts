/** One line per row: what became of it, and why. Written to a CSV file on request; the first faults are also said aloud. */
import { once } from 'node:events'
import { createWriteStream, openSync } from 'node:fs'
import type { Counts, Outcome } from './counts.ts'

export type ReportLine = {
  at: string
  outcome: Outcome
  name?: string
  field?: string
  message?: string
  cure?: string
}

export type Report = {
  add(line: ReportLine): void
  close(): Promise<void>
}

const FAULTS_SAID = 20

/**
 * Counts every line; `say` hears of the first faults, `file` receives all lines, `onLine` too. Throws when the file cannot be written.
 */
export function openReport(
  counts: Counts,
  say: (text: string) => void,
  file?: string,
  onLine: (line: ReportLine) => void = () => {},
): Report {
  const stream = file ? createWriteStream(file, { fd: openForWriting(file) }) : undefined
  let fault: Error | undefined
  stream?.on('error', (cause) => {
    fault = new Error(`The report cannot be written: ${cause.message}`, { cause })
  })
  stream?.write('row,outcome,name,field,message,cure\r\n')
  return {
    add: (line) => {
      counts[line.outcome] += 1
      onLine(line)
      const { at, outcome, name = '', field = '', message = '', cure = '' } = line
      stream?.write(`${[at, outcome, name, field, message, cure].map(formatCell).join(',')}\r\n`)
      if (outcome !== 'rejected') return
      if (counts.rejected <= FAULTS_SAID)
        say(`${at}, ${field}: ${message}. Cure: ${cure}${/[.?]$/.test(cure) ? '' : '.'}`)
      if (counts.rejected === FAULTS_SAID + 1)
        say('Further rejected rows are in the report (--report OUT.csv).')
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

function openForWriting(file: string): number {
  try {
    return openSync(file, 'w')
  } catch (cause) {
    throw new Error(`The report cannot be written: ${(cause as Error).message}`, { cause })
  }
}

/** Quoted where needed; what a spreadsheet would take for a formula gets an apostrophe before it. */
function formatCell(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
