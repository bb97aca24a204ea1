/** Imports as the database takes and keeps them: sources, batches of rows, and each run. What commands call throws with the database's message. */
import { z } from 'zod'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import type { Database } from '#lib/server/supabase/database.types.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'
import { toRows } from './staff-fault.ts'

type NewSource = Database['public']['Tables']['sources']['Insert']
type NewRun = Database['public']['Tables']['import_runs']['Insert']

/** One function of the database for each kind of rows. */
const FUNCTIONS = {
  entries: 'import_batch',
  districts: 'import_districts',
  addresses: 'import_addresses',
  context: 'import_context',
} as const

/** What is imported. */
export type BatchTarget = keyof typeof FUNCTIONS

export async function hasSource(client: AdminClient, key: string): Promise<boolean> {
  const { count, error } = await client
    .from('sources')
    .select('key', { count: 'exact', head: true })
    .eq('key', key)
  if (error) throw new Error(error.message)
  return Boolean(count)
}

export async function addSource(client: AdminClient, source: NewSource): Promise<void> {
  const { error } = await client.from('sources').insert(source)
  if (error) throw new Error(error.message)
}

/** One transaction; the outcome of each row as JSON, in their order. */
export async function importBatch(
  client: AdminClient,
  target: BatchTarget,
  batch: { source: string; publish: boolean; dry_run: boolean; rows: readonly object[] },
): Promise<unknown> {
  const { data, error } = await client.rpc(FUNCTIONS[target], { payload: JSON.stringify(batch) })
  if (error) throw new Error(error.message)
  return data
}

export async function addImportRun(client: AdminClient, run: NewRun): Promise<void> {
  const { error } = await client.from('import_runs').insert(run)
  if (error) throw new Error(error.message)
}

const IMPORT_RUNS = 50
const counts = z.record(z.string(), z.number()).catch({})

/** Imports by command or page, newest first; of their counts those that are not there are none. */
export async function readImportRuns(client: SessionClient) {
  const rows = toRows(
    await client.rpc('staff_import_runs', { before: null as unknown as string, most: IMPORT_RUNS }),
  )
  return rows.map((row) => ({ ...row, counts: counts.parse(JSON.parse(row.counts)) }))
}
