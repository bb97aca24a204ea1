/**
 * The way of an entry into the register: read, interpret, check, compare, send in batches of one transaction each. Every row ends in
 * one count. A run may be killed anywhere and repeated: what is in stays and is found unchanged.
 */
import { basename } from 'node:path'
import type { Bbox } from '#lib/core/domain/bbox.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { readRows } from '#lib/server/import/readers/read-rows.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { createConverter, type Row, type Target } from './convert.ts'
import { type Counts, createCounts } from './counts.ts'
import { createDuplicateFinder } from './deduplicate.ts'
import { formatImportMessage } from './format-import-message.ts'
import { geocode } from './geocode.ts'
import { type ImportMessage, type Text, toImportMessage } from './import-messages.ts'
import { findMistypedColumns } from './mistyped-columns.ts'
import { createPhotonGeocoder } from './photon-geocoder.ts'
import type { Profile } from './profile.ts'
import { recordRun, registerSource } from './register-source.ts'
import { openReport, type Report, type ReportLine } from './report.ts'
import { type EntryRow, FileFault, type RowFault } from './row.ts'
import { createSender } from './send.ts'

export type ImportOptions = {
  file: string
  profile: Profile
  source: string
  target: Target
  publish: boolean
  isTrial: boolean
  /** Where all rows must lie unless the profile says otherwise; degrees. */
  box: Bbox
  reportFile?: string | undefined
  photonUrl?: URL | null
  /** The language of the report and of what is said. */
  locale: Locale
  /** Hears of the first faults, and of what else the reader should know. */
  print(text: string): void
  /** Hears of what concerns more than one row. */
  onNotice?(notice: ImportMessage): void
  onProgress?(bytesRead: number, counts: Counts): void
  /** Hears what became of each row. */
  onLine?(line: ReportLine): void
  /** Ends the reading at the next row, as a file that breaks off does; its reason is a FileFault. */
  signal?: AbortSignal
}

export type ImportResult = { counts: Counts; seconds: number; fileFault: ImportMessage | null }

/** Rejects when the database refuses; a file that breaks off ends in `fileFault`, with all rows before it brought in. */
export async function runImport(client: AdminClient, options: ImportOptions): Promise<ImportResult> {
  const start = performance.now()
  const startedAt = new Date()
  const counts = createCounts()
  const report = openReport(counts, { ...options, file: options.reportFile })
  const fileFault = await bringRows(client, options, counts, report)
  await report.close()
  const { source, profile, isTrial, file } = options
  if (!isTrial && counts.read > counts.rejected + counts.skipped)
    await recordRun(client, { source, profile: profile.name, file: basename(file), startedAt, counts })
  return { counts, fileFault, seconds: Math.round(performance.now() - start) / 1000 }
}

/** Returns why the file could not be read to its end, or null. */
async function bringRows(
  client: AdminClient,
  options: ImportOptions,
  counts: Counts,
  report: Report,
): Promise<ImportMessage | null> {
  const { file, profile, target, source, onProgress, signal } = options
  const notify = toNotify(options)
  const convert = await createConverter(client, target, {
    profile,
    source,
    box: profile.box ?? options.box,
  })
  const findDuplicate = createDuplicateFinder()
  const sender = createSender(client, {
    ...options,
    prepare: createPreparation(client, options, notify),
    onOutcome: ({ at, row }, outcome, kept) =>
      report.add({ at, outcome, name: nameOf(row), ...describeKept(kept) }),
  })
  let bytesRead = 0
  let fileFault: ImportMessage | null = null
  try {
    const rows = readRows(file, profile, (bytes) => {
      bytesRead += bytes
    })
    for await (const raw of rows) {
      signal?.throwIfAborted()
      if (counts.read === 0) findMistypedColumns(Object.keys(raw.fields), profile).forEach(notify)
      counts.read += 1
      const { at } = raw
      const result = convert(raw)
      if ('fault' in result) report.add({ at, outcome: 'rejected', ...describeFault(result.fault, profile) })
      else if ('skip' in result) report.add({ at, outcome: 'skipped', note: result.skip })
      else {
        const earlier = findDuplicate(result.row, at)
        if (earlier)
          report.add({ at, outcome: 'duplicates', note: toImportMessage('notes.duplicate', { earlier }) })
        else await sender.add({ row: result.row, at })
      }
      onProgress?.(bytesRead, counts)
    }
    if (counts.read === 0) throw new FileFault('no-rows', { file })
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault
    fileFault = fault.importMessage
  }
  await sender.flush()
  return fileFault
}

/** Before its first batch the source is registered; entries without coordinates are geocoded. */
function createPreparation(
  client: AdminClient,
  options: ImportOptions,
  notify: (notice: ImportMessage) => void,
): (rows: Row[]) => Promise<void> {
  const { source, profile, target, isTrial, photonUrl } = options
  const box = profile.box ?? options.box
  const askPhoton = photonUrl ? createPhotonGeocoder(photonUrl, notify) : undefined
  let isRegistered = isTrial
  return async (rows) => {
    if (!isRegistered) await registerSource(client, source, profile)
    isRegistered = true
    if (target === 'entries') await geocode(client, rows as EntryRow[], { source, box, askPhoton })
  }
}

function toNotify({ locale, print, onNotice }: ImportOptions): (notice: ImportMessage) => void {
  return (notice) => {
    print(formatImportMessage(locale, notice))
    onNotice?.(notice)
  }
}

/** Columns are called as in the file, which is what has to be mended. */
function describeFault(
  { field, importMessage }: RowFault,
  { columns }: Profile,
): { field: Text; note: ImportMessage } {
  const named: Partial<Record<string, string>> = columns
  const label =
    typeof field === 'string'
      ? field
          .split(', ')
          .map((column) => named[column] ?? column)
          .join(', ')
      : field
  return { field: label, note: importMessage }
}

/** A person's edit stays; the report says that the source now says something else. */
function describeKept(kept: readonly string[]) {
  return kept.length === 0 ? {} : { field: kept.join(', '), note: toImportMessage('rows.kept') }
}

function nameOf(row: Row): string {
  return 'name' in row && typeof row.name === 'string' ? row.name : ''
}
