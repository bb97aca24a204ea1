/** Runs an import of the page by the command's own code, in a thread that is ended when it takes too long. */
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { IMPORT_LIMIT_SECONDS } from '#lib/core/domain/import-limits.ts'
import { Fault, toFaultSaying } from '#lib/server/import/row.ts'
import { type Saying, toSaying } from '#lib/server/import/sayings.ts'
import type { ThreadAnswer, ThreadResult, ThreadTask } from '#lib/server/import/thread.ts'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'
import { type ImportJob, isBusy, toReportFile } from './import-desk.ts'

/** Taken like this, the thread is started as it stands: bundled, its tables and the files of the parsers would be missing. */
const { Worker } = process.getBuiltinModule('node:worker_threads')

/** The thread ends by itself at the limit; this long it may take to send its last batch. */
const GRACE_SECONDS = 60
const THREAD_MEGABYTES = 512

/** Tries the file out; leaves in the job what came of it: a report, or a problem. */
export function tryOut(job: ImportJob): Promise<void> {
  return runJob(job, true, async () => null)
}

/** Brings the file in, which goes then. `begin` is asked first, and may give a problem instead. */
export async function bringJobIn(job: ImportJob, begin: () => Promise<ImportJob['problem']>): Promise<void> {
  const { ready } = job
  await runJob(job, false, begin)
  if (!ready || job.isRunning || job.problem) return
  job.ready = null
  await rm(dirname(ready.file), { recursive: true, force: true })
}

async function runJob(
  job: ImportJob,
  isTrial: boolean,
  begin: () => Promise<ImportJob['problem']>,
): Promise<void> {
  const { ready, isRunning } = job
  if (!ready || isRunning) return
  job.problem = isBusy() ? { code: 'busy', saying: null } : null
  if (job.problem) return
  job.isRunning = true
  try {
    job.problem = await begin()
    if (job.problem) return
    const { locale, typed } = job
    const { source, publish } = typed
    const reportFile = toReportFile(job)
    const limitSeconds = IMPORT_LIMIT_SECONDS
    const result = await runThread({ ...ready, source, publish, isTrial, locale, reportFile, limitSeconds })
    const fileFault = result.fileFault && withoutFolder(result.fileFault, ready.file)
    job.report = { ...result, fileFault, isTrial }
  } catch (fault) {
    job.problem = { code: 'failed', saying: withoutFolder(toFaultSaying(fault), ready.file) }
  } finally {
    job.isRunning = false
  }
}

function runThread(task: ThreadTask): Promise<ThreadResult> {
  return new Promise((done, fail) => {
    const worker = new Worker(join(process.cwd(), 'lib/server/import/thread.ts'), {
      workerData: task,
      // Not those of the server, which watch its connections.
      execArgv: [...NODE_FLAGS],
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
    })
    const longest = task.limitSeconds + GRACE_SECONDS
    const timer = setTimeout(() => {
      void worker.terminate()
      fail(new Fault(toSaying('runs.endless', { seconds: longest })))
    }, longest * 1000)
    worker.once('message', (answer: ThreadAnswer) =>
      'fault' in answer ? fail(new Fault(answer.fault)) : done(answer.result),
    )
    worker.once('error', fail)
    worker.once('exit', () => {
      clearTimeout(timer)
      fail(new Fault(toSaying('runs.no-answer')))
    })
  })
}

/** Files are called as their owner called them. */
function withoutFolder({ code, values }: Saying, file: string): Saying {
  const named = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll(`${dirname(file)}/`, '') : value,
  ])
  return { code, values: Object.fromEntries(named) }
}
