/** Runs an import of the page by the command's own code, in a thread that is ended when it takes too long. */
import { join } from 'node:path'
import { toImportMessage } from '#lib/server/import/import-messages.ts'
import { Fault } from '#lib/server/import/row.ts'
import type { ThreadAnswer, ThreadResult, ThreadTask } from '#lib/server/import/thread.ts'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'

/** Taken like this, the thread is started from the file that is named, which no bundler has changed. */
const { Worker } = process.getBuiltinModule('node:worker_threads')

/** The thread as `npm run build` bundles it. */
export const IMPORT_WORKER = '.next/import-worker/thread.mjs'
/** Development and tests run it as it stands, so that it is never older than its source. */
const SOURCE = 'lib/server/import/thread.ts'

/** The thread ends by itself at the limit; this long it may take to send its last batch. */
const GRACE_SECONDS = 60
const THREAD_MEGABYTES = 512

/** Rejects with a Fault where it does not end, or `signal` ends it. */
export function runImportThread(
  task: ThreadTask,
  signal: AbortSignal,
  file: string = join(process.cwd(), process.env.NODE_ENV === 'production' ? IMPORT_WORKER : SOURCE),
): Promise<ThreadResult> {
  return new Promise((done, fail) => {
    const worker = new Worker(file, {
      workerData: task,
      // Not those of the server, which watch its connections.
      execArgv: [...NODE_FLAGS],
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
    })
    const longest = task.limitSeconds + GRACE_SECONDS
    const end = () => {
      void worker.terminate()
      fail(new Fault(toImportMessage('runs.endless', { seconds: longest })))
    }
    const timer = setTimeout(end, longest * 1000)
    signal.addEventListener('abort', end)
    worker.once('message', (answer: ThreadAnswer) =>
      'fault' in answer ? fail(new Fault(answer.fault)) : done(answer.result),
    )
    worker.once('error', fail)
    worker.once('exit', () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      fail(new Fault(toImportMessage('runs.no-answer')))
    })
  })
}
