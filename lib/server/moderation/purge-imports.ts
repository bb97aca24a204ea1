/** Removes imports that have ended, with their files: replaced by a new choice, older than two hours, or of an account that is gone. */
import { findExpiredImportJobs, removeImportJobs } from '#lib/server/queries/import-jobs.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { removeAllImportFiles } from './import-files.ts'

const JOBS_AT_ONCE = 50

/** Files first, then rows: a file without a row would never be found again. Returns how many went. */
export async function purgeImports(client: AdminClient): Promise<number> {
  const removed: string[] = []
  for (const id of await findExpiredImportJobs(client, JOBS_AT_ONCE)) {
    // One that fails waits for the next purge, and holds up no other.
    await removeAllImportFiles(client, id).then(
      () => removed.push(id),
      (fault: Error) => console.error(`Files of an import were not removed: ${fault.message}`),
    )
  }
  await removeImportJobs(client, removed)
  return removed.length
}
