/** What an import can be about, and how a raw row becomes one that the database takes. */
import { readWzTable } from '#lib/server/queries/wz-codes.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { type CheckContext, checkDraft } from './check-row.ts'
import { toImportMessage } from './import-messages.ts'
import { interpretRow } from './interpret.ts'
import { type EntryRow, Fault, type RawRow, RowFault, type Skip } from './row.ts'
import { type SurroundingRow, toAddress, toContext, toDistrict } from './surrounding-rows.ts'

export type Target = 'entries' | 'districts' | 'addresses' | 'context'
export type Row = EntryRow | SurroundingRow
export type Converted = { row: Row } | Skip | { fault: RowFault }

/** A function that turns one row after the other; it never throws for what is wrong with a row. */
export async function createConverter(
  client: AdminClient,
  target: Target,
  context: CheckContext,
): Promise<(raw: RawRow) => Converted> {
  const convert = await chooseConversion(client, target, context)
  return (raw) => {
    if (raw.fault) return { fault: raw.fault }
    try {
      const result = convert(raw)
      return isSkip(result) ? result : { row: result }
    } catch (fault) {
      if (fault instanceof RowFault) return { fault }
      throw fault
    }
  }
}

function isSkip(result: Row | Skip): result is Skip {
  return 'skip' in result
}

async function chooseConversion(
  client: AdminClient,
  target: Target,
  context: CheckContext,
): Promise<(raw: RawRow) => Row | Skip> {
  if (target === 'addresses') return (raw) => toAddress(raw, context)
  if (target === 'context') return (raw) => toContext(raw, context)
  if (target === 'districts') return (raw) => toDistrict(raw, context)
  const wzTable = await readWzTable(client).catch((cause: Error) => {
    throw new Fault(toImportMessage('runs.wz-codes-unread', { detail: cause.message }))
  })
  return (raw) => {
    const draft = interpretRow(raw, context.profile, wzTable)
    return 'skip' in draft ? draft : checkDraft(raw, draft, context)
  }
}
