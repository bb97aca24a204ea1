/** Runs an import of the page by the command's own code, in a thread that is ended when it takes too long. */
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ThreadAnswer, ThreadTask } from '#lib/import/thread.ts'
import { type ImportJob, isBusy, toReportFile } from './import-desk.ts'
import { IMPORT_LIMIT_SECONDS } from './import-limits.ts'

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
  const { ready, typed, isRunning } = job
  if (!ready || isRunning) return
  job.problem = isBusy() ? { code: 'busy', detail: '' } : null
  if (job.problem) return
  job.isRunning = true
  try {
    job.problem = await begin()
    if (job.problem) return
    const { source, publish } = typed
    const reportFile = toReportFile(job)
    const limitSeconds = IMPORT_LIMIT_SECONDS
    const result = await runThread({ ...ready, source, publish, isTrial, reportFile, limitSeconds })
    const fileFault = result.fileFault && withoutFolder(result.fileFault, ready.file)
    job.report = { ...result, fileFault, isTrial }
  } catch (fault) {
    job.problem = { code: 'failed', detail: withoutFolder((fault as Error).message, ready.file) }
  } finally {
    job.isRunning = false
  }
}

type ThreadResult = Extract<ThreadAnswer, { result: unknown }>['result']

function runThread(task: ThreadTask): Promise<ThreadResult> {
  return new Promise((done, fail) => {
    const worker = new Worker(join(process.cwd(), 'lib/import/thread.ts'), {
      workerData: task,
      // Not those of the server, which watch its connections.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
    })
    const longest = task.limitSeconds + GRACE_SECONDS
    const timer = setTimeout(() => {
      void worker.terminate()
      fail(new Error(`It did not end within ${longest} seconds.`))
    }, longest * 1000)
    worker.once('message', (answer: ThreadAnswer) =>
      'fault' in answer ? fail(new Error(answer.fault)) : done(answer.result),
    )
    worker.once('error', fail)
    worker.once('exit', () => {
      clearTimeout(timer)
      fail(new Error('It ended without an answer.'))
    })
  })
}

/** Files are called as their owner called them. */
function withoutFolder(text: string, file: string): string {
  return text.replaceAll(`${dirname(file)}/`, '')
}
