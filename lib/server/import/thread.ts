/**
 * An import in a thread of its own: it neither holds up anyone else who is served, nor takes more memory than it is given. Says once how it
 * ended (`ThreadAnswer`).
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'
import { readPhotonUrl } from '#lib/server/geocoding/photon.ts'
import { measureFile } from '#lib/server/import/readers/read-rows.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { createCounts } from './counts.ts'
import type { ImportMessage } from './import-messages.ts'
import type { Profile } from './profile.ts'
import type { ReportLine } from './report.ts'
import { FileFault, toFaultMessage } from './row.ts'
import { type ImportResult, runImport } from './run-import.ts'

export type ThreadTask = {
  file: string
  profile: Profile
  source: string
  publish: boolean
  isTrial: boolean
  /** Of the report. */
  locale: Locale
  reportFile: string
  limitSeconds: number
}

export type ThreadResult = ImportResult & { rejected: ReportLine[]; notices: ImportMessage[] }
export type ThreadAnswer = { result: ThreadResult } | { fault: ImportMessage }

/** All of them stand in the report. */
const REJECTED_KEPT = 200

async function run({ limitSeconds, ...task }: ThreadTask): Promise<ThreadAnswer> {
  const rejected: ReportLine[] = []
  const notices: ImportMessage[] = []
  const limit = new AbortController()
  const timer = setTimeout(
    () => limit.abort(new FileFault('too-slow', { file: task.file, seconds: limitSeconds })),
    limitSeconds * 1000,
  )
  try {
    measureFile(task.file)
    const result = await runImport(createAdminClient(), {
      ...task,
      target: 'entries',
      box: readCity().countryBox,
      photonUrl: readPhotonUrl(process.env.PHOTON_URL),
      print: () => {},
      onNotice: (notice) => notices.push(notice),
      onLine: (line) => line.outcome === 'rejected' && rejected.length < REJECTED_KEPT && rejected.push(line),
      signal: limit.signal,
    })
    return { result: { ...result, rejected, notices } }
  } catch (cause) {
    if (!(cause instanceof FileFault)) return { fault: toFaultMessage(cause) }
    return {
      result: { counts: createCounts(), seconds: 0, fileFault: cause.importMessage, rejected, notices },
    }
  } finally {
    clearTimeout(timer)
  }
}

parentPort?.postMessage(await run(workerData as ThreadTask))
