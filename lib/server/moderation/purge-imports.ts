/** Removes imports that have ended, with their files: replaced by a new choice, older than two hours, or of an account that is gone. */
import { findExpiredImportJobs, removeImportJobs } from '#lib/server/queries/import-jobs.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { removeAllImportFiles } from './import-files.ts'

const JOBS_AT_ONCE = 50

/** Files first, then rows: a file without a row would never be found again. Returns how many went. */
export async function purgeImports(client: AdminClient): Promise<number> {
  const ids = await findExpiredImportJobs(client, JOBS_AT_ONCE)
  for (const id of ids) await removeAllImportFiles(client, id)
  await removeImportJobs(client, ids)
  return ids.length
}
