/** Collects rows and sends them to the database, one transaction per batch. */
import { z } from 'zod'
import { importBatch } from '#lib/server/queries/imports.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import type { Row, Target } from './convert.ts'
import { OUTCOMES, type RowOutcome } from './counts.ts'
import { type Text, toImportMessage } from './import-messages.ts'
import { Fault } from './row.ts'

const ROWS_PER_BATCH = 500

/** `at` names the row for people. */
type Waiting = { row: Row; at: Text }

export type BatchSender = {
  /** Rejects when the database refuses the batch that this row fills. */
  add(waiting: Waiting): Promise<void>
  /** Sends what is left. */
  flush(): Promise<void>
}

type SenderOptions = {
  target: Target
  source: string
  publish: boolean
  isTrial: boolean
  /** Completes the rows of a batch just before they are sent. */
  prepare(rows: Row[]): Promise<void>
  /** `kept` names fields that a person has changed: there the source says something else, and the entry stays. */
  onOutcome(waiting: Waiting, outcome: RowOutcome, kept: readonly string[]): void
}

export function createSender(client: AdminClient, options: SenderOptions): BatchSender {
  const { target, source, publish, isTrial, prepare, onOutcome } = options
  let waiting: Waiting[] = []
  const flush = async () => {
    if (waiting.length === 0) return
    const batch = waiting
    waiting = []
    const rows = batch.map(({ row }) => row)
    await prepare(rows)
    const sent = { source, publish, dry_run: isTrial, rows }
    const outcomes = await importBatch(client, target, sent).catch((cause: Error) => {
      const [first, last] = [batch[0]?.at ?? '', batch.at(-1)?.at ?? '']
      throw new Fault(toImportMessage('runs.batch-refused', { first, last, detail: cause.message }))
    })
    parseOutcomes(outcomes, batch).forEach(([row, outcome, kept]) => {
      onOutcome(row, outcome, kept)
    })
  }
  return {
    flush,
    add: async (row) => {
      waiting.push(row)
      if (waiting.length === ROWS_PER_BATCH) await flush()
    },
  }
}

const outcome = z.enum(OUTCOMES)
const answer = z.union([
  outcome.transform((word) => ({ outcome: word, kept: [] })),
  z.object({ outcome, kept: z.array(z.string()) }),
])

function parseOutcomes(data: unknown, batch: readonly Waiting[]): [Waiting, RowOutcome, readonly string[]][] {
  const list: unknown[] = Array.isArray(data) ? data : []
  const rows = batch.flatMap((row, index): [Waiting, RowOutcome, readonly string[]][] => {
    const parsed = answer.safeParse(list[index])
    return parsed.success ? [[row, parsed.data.outcome, parsed.data.kept]] : []
  })
  if (rows.length !== batch.length)
    throw new Fault(toImportMessage('runs.few-outcomes', { count: rows.length, rows: batch.length }))
  return rows
}
