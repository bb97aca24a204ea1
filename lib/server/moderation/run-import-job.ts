/** One run of a job: take the lease, have the file at hand, run the thread, keep the report, note what came of it. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { IMPORT_LIMIT_SECONDS } from '#lib/core/domain/import-limits.ts'
import type { ImportMessage } from '#lib/server/import/import-messages.ts'
import { toFaultMessage } from '#lib/server/import/row.ts'
import {
  beginImportJob,
  finishImportJob,
  type JobRun,
  renewImportJob,
} from '#lib/server/queries/import-jobs.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { fetchImportFile, removeImportFile, storeImportFile } from './import-files.ts'
import type { ImportJob, RunResult } from './import-job.ts'
import { runImportThread } from './import-thread.ts'

/** So long after a process has died its jobs wait again. */
const LEASE_SECONDS = 60
const RENEW_EVERY_MILLISECONDS = 15_000

/** Where the file lies on this machine already; else it is fetched from the storage. */
type AtHand = { path: string } | null

/** Tries the file out; the job then holds a report, faults, or a problem. */
export async function tryOut(client: AdminClient, job: ImportJob, file: AtHand): Promise<void> {
  await runJob(client, job, true, file)
}

/** Brings the file in, which goes then; the job holds what came of it. */
export async function bringJobIn(client: AdminClient, job: ImportJob): Promise<void> {
  await runJob(client, job, false, null)
}

async function runJob(client: AdminClient, job: ImportJob, isTrial: boolean, atHand: AtHand): Promise<void> {
  if (!job.profile) return
  // Made before the lease is taken: on a full disk nobody has to wait for its end.
  const folder = await mkdtemp(join(tmpdir(), 'keimzelle-imports-'))
  try {
    await runIn(folder, client, { ...job, profile: job.profile }, isTrial, atHand)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runIn(
  folder: string,
  client: AdminClient,
  job: ImportJob & { profile: NonNullable<ImportJob['profile']> },
  isTrial: boolean,
  atHand: AtHand,
): Promise<void> {
  const { id, personId: person, locale, profile } = job
  const run: JobRun = { job: id, run: crypto.randomUUID() }
  const outcome = await beginImportJob(client, {
    ...run,
    person,
    is_trial: isTrial,
    locale,
    profile: profile.name,
    lease_seconds: LEASE_SECONDS,
  })
  if (outcome !== 'begun') return
  const lease = keepLease(client, run)
  const file = atHand?.path ?? join(folder, 'file', job.fileName)
  try {
    if (!atHand) {
      await mkdir(dirname(file))
      await fetchImportFile(client, id, job.fileParts, file)
    }
    await runWithin(client, job, run, { file, folder, isTrial, signal: lease.signal })
  } catch (fault) {
    const problem = { code: 'failed', importMessage: withoutFolder(toFaultMessage(fault), file) }
    await finishImportJob(client, { ...run, is_closed: false, problem })
  } finally {
    lease.release()
  }
}

type Run = { file: string; folder: string; isTrial: boolean; signal: AbortSignal }

async function runWithin(
  client: AdminClient,
  { id, locale, typed, profile, fileParts }: ImportJob & { profile: NonNullable<ImportJob['profile']> },
  run: JobRun,
  { file, folder, isTrial, signal }: Run,
): Promise<void> {
  const reportFile = join(folder, 'report.csv')
  const { source, publish } = typed
  const task = {
    file,
    profile,
    source,
    publish,
    isTrial,
    locale,
    reportFile,
    limitSeconds: IMPORT_LIMIT_SECONDS,
  }
  const told = await runImportThread(task, signal)
  const fileFault = told.fileFault && withoutFolder(told.fileFault, file)
  if (isTrial && fileFault && told.counts.read === 0) {
    const faults = [{ field: 'file', code: 'file-unreadable', importMessage: fileFault }]
    if (await finishImportJob(client, { ...run, is_closed: true, faults }))
      await removeImportFile(client, id, fileParts)
    return
  }
  const result: RunResult = { ...told, fileFault, isTrial }
  const report_parts = await storeImportFile(client, id, 'report', reportFile)
  const isOurs = await finishImportJob(client, { ...run, is_closed: !isTrial, result, report_parts })
  if (isOurs && !isTrial) await removeImportFile(client, id, fileParts)
}

/** Renews the lease until it is released; where it is lost, another process may have taken the job over, and the run is ended. */
function keepLease(client: AdminClient, run: JobRun): { signal: AbortSignal; release(): void } {
  const lost = new AbortController()
  const timer = setInterval(async () => {
    // Where the database does not answer, the next renewal may still come in time.
    const isKept = await renewImportJob(client, run, LEASE_SECONDS).catch(() => true)
    if (!isKept) lost.abort()
  }, RENEW_EVERY_MILLISECONDS)
  return { signal: lost.signal, release: () => clearInterval(timer) }
}

/** Files are called as their owner called them. */
function withoutFolder({ code, values }: ImportMessage, file: string): ImportMessage {
  const named = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll(`${dirname(file)}/`, '') : value,
  ])
  return { code, values: Object.fromEntries(named) }
}
