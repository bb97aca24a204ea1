/**
 * An import in a thread of its own: it neither holds up whoever else is served, nor takes more memory than it is given. Says once how it
 * ended (`ThreadAnswer`).
 */
import { parentPort, workerData } from 'node:worker_threads'
import { readCity } from '#lib/city.ts'
import { readPhotonUrl } from '#lib/data/photon.ts'
import { createAdminClient } from '#lib/supabase/admin.ts'
import { createCounts } from './counts.ts'
import type { Profile } from './profile.ts'
import { measureFile } from './readers/read-rows.ts'
import type { ReportLine } from './report.ts'
import { FileFault } from './row.ts'
import { type ImportResult, runImport } from './run.ts'

export type ThreadTask = {
  file: string
  profile: Profile
  source: string
  publish: boolean
  isTrial: boolean
  reportFile: string
  limitSeconds: number
}

export type ThreadAnswer = { result: ImportResult & { rejected: ReportLine[] } } | { fault: string }

/** All of them stand in the report. */
const REJECTED_KEPT = 200

async function run({ limitSeconds, ...task }: ThreadTask): Promise<ThreadAnswer> {
  const rejected: ReportLine[] = []
  const limit = new AbortController()
  const timer = setTimeout(
    () => limit.abort(`it took longer than ${limitSeconds} seconds. Split it, or use npm run import.`),
    limitSeconds * 1000,
  )
  try {
    measureFile(task.file)
    const result = await runImport(createAdminClient(), {
      ...task,
      target: 'entries',
      box: readCity().countryBox,
      photonUrl: readPhotonUrl(process.env.PHOTON_URL),
      say: () => {},
      onLine: (line) => line.outcome === 'rejected' && rejected.length < REJECTED_KEPT && rejected.push(line),
      signal: limit.signal,
    })
    return { result: { ...result, rejected } }
  } catch (cause) {
    if (!(cause instanceof FileFault)) return { fault: (cause as Error).message }
    return { result: { counts: createCounts(), seconds: 0, fileFault: cause.message, rejected } }
  } finally {
    clearTimeout(timer)
  }
}

parentPort?.postMessage(await run(workerData as ThreadTask))
