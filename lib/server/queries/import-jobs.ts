/** Jobs of import from the page: rows whose states the database changes, so that any process of the app may go on with them. */
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

export type JobOutcome = 'begun' | 'running' | 'busy' | 'forbidden' | 'gone'

/** Whose run it is: the job, and an id that each run draws again. */
export type JobRun = { job: string; run: string }

/** Gives the new job's id; throws where that person may not import. */
export async function openImportJob(
  client: AdminClient,
  job: {
    person: string
    locale: string
    file_name: string
    typed: object
    profile: object | null
    faults: object[]
  },
): Promise<string> {
  const { data, error } = await client.rpc('import_job_open', { payload: JSON.stringify(job) })
  if (error) throw new Error(`No import can be opened: ${error.message}`)
  return data
}

/** Notes in how many parts the file lies in the storage. */
export async function storeImportJob(client: AdminClient, job: string, parts: number): Promise<void> {
  const { error } = await client.rpc('import_job_store', { job, parts })
  if (error) throw new Error(`The import's file cannot be noted: ${error.message}`)
}

/** The row as JSON; null for another's, and for one that has ended. */
export async function readImportJob(client: AdminClient, job: string, person: string): Promise<unknown> {
  const { data, error } = await client.rpc('import_job_read', { job, person })
  if (error) throw new Error(`The import cannot be read: ${error.message}`)
  return data === null ? null : JSON.parse(data)
}

/** `begun` gives the lease; `busy` and `forbidden` are noted in the job. Throws when the database does not answer. */
export async function beginImportJob(
  client: AdminClient,
  begin: JobRun & {
    person: string
    is_trial: boolean
    locale: string
    profile: string
    lease_seconds: number
  },
): Promise<JobOutcome> {
  const { data, error } = await client.rpc('import_job_begin', { payload: JSON.stringify(begin) })
  if (error) throw new Error(`The import cannot begin: ${error.message}`)
  return data as JobOutcome
}

/** False where the run has lost its lease. */
export async function renewImportJob(
  client: AdminClient,
  { job, run }: JobRun,
  leaseSeconds: number,
): Promise<boolean> {
  const { data, error } = await client.rpc('import_job_renew', { job, run, lease_seconds: leaseSeconds })
  if (error) throw new Error(`The import's lease cannot be renewed: ${error.message}`)
  return data
}

/** What is left out stays as it was. False where the run has lost its lease. */
export async function finishImportJob(
  client: AdminClient,
  end: JobRun & {
    is_closed: boolean
    result?: object
    report_parts?: number
    faults?: object[]
    problem?: object | null
  },
): Promise<boolean> {
  const { data, error } = await client.rpc('import_job_finish', { payload: JSON.stringify(end) })
  if (error) throw new Error(`The import's end cannot be noted: ${error.message}`)
  return data
}

/** Jobs that have ended and whose files are to go. */
export async function findExpiredImportJobs(client: AdminClient, most: number): Promise<string[]> {
  const { data, error } = await client.rpc('import_jobs_expired', { most })
  if (error) throw new Error(`Ended imports cannot be found: ${error.message}`)
  return data.map(({ id }) => id)
}

export async function removeImportJobs(client: AdminClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { error } = await client.rpc('import_jobs_remove', { ids: JSON.stringify(ids) })
  if (error) throw new Error(`Ended imports cannot be removed: ${error.message}`)
}
