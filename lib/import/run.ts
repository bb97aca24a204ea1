/**
 * The way of an entry into the register: read, interpret, check, compare, send in batches of one transaction each. Every row ends in
 * one count. A run may be killed anywhere and repeated: what is in stays and is found unchanged.
 */
import { basename } from 'node:path'
import type { Bbox } from '#lib/domain/bbox.ts'
import type { AdminClient } from '#lib/supabase/admin.ts'
import { type CheckContext, checkDraft, hashRow } from './check.ts'
import { type Counts, createCounts, OUTCOMES, type Outcome } from './counts.ts'
import { createDuplicateFinder } from './deduplicate.ts'
import { geocode, parseAddress } from './geocode.ts'
import { interpretRow } from './interpret.ts'
import type { Profile } from './profile.ts'
import { readRows } from './readers/read-rows.ts'
import { openReport } from './report.ts'
import { type EntryRow, FileFault, type RawRow, RowFault, type Skip } from './row.ts'
import { recordRun, registerSource } from './source.ts'
import { type SurroundingRow, toAddress, toContext, toDistrict } from './surroundings.ts'
import { readWzTable } from './wz-codes.ts'

export const TARGETS = ['entries', 'districts', 'addresses', 'context'] as const
export type Target = (typeof TARGETS)[number]

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
  photonUrl?: string | undefined
  /** Hears of faults and of progress. */
  say(text: string): void
  onProgress?(bytesRead: number, counts: Counts): void
}

export type ImportResult = { counts: Counts; seconds: number; fileFault: string | null }

type Row = EntryRow | SurroundingRow
type Waiting = { row: Row; at: string }

const ROWS_PER_BATCH = 500
const FUNCTIONS = {
  entries: 'import_batch',
  districts: 'import_districts',
  addresses: 'import_addresses',
  context: 'import_context',
} as const

/** Rejects when the database refuses; a file that breaks off ends in `fileFault`, with all rows before it brought in. */
export async function runImport(client: AdminClient, options: ImportOptions): Promise<ImportResult> {
  const start = performance.now()
  const startedAt = new Date()
  const counts = createCounts()
  const report = openReport(counts, options.say, options.reportFile)
  const box = options.profile.box ?? options.box
  const context: CheckContext = { ...options, box }
  const convert = await createConverter(client, options.target, context)
  const findDuplicate = createDuplicateFinder()
  const sender = createSender(client, options, box, (at, outcome, name) => report.add({ at, outcome, name }))
  let bytesRead = 0
  let fileFault: string | null = null
  try {
    const rows = readRows(options.file, options.profile, (bytes) => {
      bytesRead += bytes
    })
    for await (const raw of rows) {
      counts.read += 1
      const result = attempt(raw, convert)
      if (result instanceof RowFault)
        report.add({
          at: raw.at,
          outcome: 'rejected',
          field: result.field,
          message: result.message,
          cure: result.cure,
        })
      else if ('skip' in result) report.add({ at: raw.at, outcome: 'skipped', message: String(result.skip) })
      else {
        const earlier = findDuplicate(result, raw.at)
        if (earlier)
          report.add({ at: raw.at, outcome: 'duplicates', message: `the same as ${earlier} of this file` })
        else await sender.add({ row: result, at: raw.at })
      }
      options.onProgress?.(bytesRead, counts)
    }
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault
    fileFault = fault.message
  }
  await sender.flush()
  await report.close()
  if (sender.hasWritten())
    await recordRun(client, {
      source: options.source,
      profile: options.profile.name,
      file: basename(options.file),
      startedAt,
      counts,
    })
  if (!fileFault && counts.read === 0) fileFault = `${options.file} holds no rows: export it again.`
  return { counts, fileFault, seconds: Math.round(performance.now() - start) / 1000 }
}

type Convert = (raw: RawRow) => Row | Skip

async function createConverter(client: AdminClient, target: Target, context: CheckContext): Promise<Convert> {
  if (target === 'addresses') return (raw) => toAddress(raw, context)
  if (target === 'context') return (raw) => toContext(raw, context)
  if (target === 'districts') return (raw) => toDistrict(raw, context)
  const wzTable = await readWzTable(client)
  return (raw) => {
    const draft = interpretRow(raw, context.profile, wzTable)
    return 'skip' in draft ? draft : checkDraft(raw, draft, context)
  }
}

function attempt(raw: RawRow, convert: Convert): Row | Skip | RowFault {
  if (raw.fault) return raw.fault
  try {
    return convert(raw)
  } catch (fault) {
    if (fault instanceof RowFault) return fault
    throw fault
  }
}

/** Collects rows and sends them, one batch at a time; the source is registered with the first. */
function createSender(
  client: AdminClient,
  { source, profile, target, publish, isTrial, photonUrl }: ImportOptions,
  box: Bbox,
  onOutcome: (at: string, outcome: Outcome, name: string) => void,
) {
  let waiting: Waiting[] = []
  let isRegistered = isTrial
  const flush = async () => {
    if (waiting.length === 0) return
    const batch = waiting
    waiting = []
    if (!isRegistered) await registerSource(client, source, profile)
    isRegistered = true
    if (target === 'entries') {
      const rows = batch.map(({ row }) => row as EntryRow).filter(({ lng }) => lng === null)
      await geocode(
        client,
        rows.map((row) => ({ row, address: parseAddress(row.address) })),
        box,
        photonUrl,
      )
      for (const row of rows) {
        const { hash: _, slug: __, ...content } = row
        if (row.lng !== null) row.hash = hashRow(content, publish)
      }
    }
    const payload = JSON.stringify({ source, publish, dry_run: isTrial, rows: batch.map(({ row }) => row) })
    const { data, error } = await client.rpc(FUNCTIONS[target], { payload })
    if (error) throw new Error(`The database refused a batch, nothing of it is in: ${error.message}`)
    const outcomes = parseOutcomes(data, batch.length)
    batch.forEach(({ at, row }, index) => {
      const name = 'name' in row && typeof row.name === 'string' ? row.name : ''
      onOutcome(at, outcomes[index] ?? 'rejected', name)
    })
  }
  return {
    flush,
    hasWritten: () => isRegistered && !isTrial,
    add: async (row: Waiting) => {
      waiting.push(row)
      if (waiting.length === ROWS_PER_BATCH) await flush()
    },
  }
}

function parseOutcomes(data: unknown, expected: number): Outcome[] {
  const list: unknown[] = Array.isArray(data) ? data : []
  const outcomes = list.flatMap((word) => OUTCOMES.find((known) => known === word) ?? [])
  if (outcomes.length !== expected)
    throw new Error(
      `The database answered ${outcomes.length} outcomes for ${expected} rows: apply its migrations.`,
    )
  return outcomes
}
