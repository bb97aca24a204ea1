/**
 * Calls the functions of `tasks.ts` in a worker, which starts with the first call. One call runs at a time; those that are given up
 * while they wait are never sent, so a slow task is followed by the newest call and not by all between.
 */
import type { TaskAnswer, TaskCall, TaskName, Tasks } from './tasks.ts'

export type TaskClient = {
  /** Rejects with the signal's reason when given up, with an Error when the function throws or the worker fails. */
  run<Name extends TaskName>(
    name: Name,
    args: Parameters<Tasks[Name]>,
    signal: AbortSignal,
  ): Promise<ReturnType<Tasks[Name]>>
}

/** What the client needs of a worker. */
export type TaskPort = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>

type Waiting = { call: TaskCall; signal: AbortSignal; answer(answer: TaskAnswer): void }

export function createTaskClient(start: () => TaskPort): TaskClient {
  let port: TaskPort | null = null
  let running: Waiting | null = null
  let queue: Waiting[] = []

  function next(): void {
    queue = queue.filter(({ signal }) => !signal.aborted)
    if (running) return
    running = queue.shift() ?? null
    if (!running) return
    try {
      port ??= open()
      port.postMessage(running.call)
    } catch (fault) {
      settle({ fault: fault instanceof Error ? fault.message : String(fault) })
    }
  }

  function open(): TaskPort {
    const opened = start()
    opened.addEventListener('message', (event) => settle((event as MessageEvent<TaskAnswer>).data))
    // A worker that cannot load or breaks is put aside; the next call starts another.
    opened.addEventListener('error', (event) => {
      opened.terminate()
      port = null
      settle({ fault: (event as ErrorEvent).message || 'The worker could not be loaded.' })
    })
    return opened
  }

  function settle(answer: TaskAnswer): void {
    running?.answer(answer)
    running = null
    next()
  }

  return {
    run: (name, args, signal) =>
      new Promise((done, fail) => {
        signal.addEventListener('abort', () => fail(signal.reason), { once: true })
        if (signal.aborted) return fail(signal.reason)
        // The worker answers a call by the function of its name, which the two types cannot say together.
        const call = { name, args } as TaskCall
        const answer = (given: TaskAnswer) =>
          'fault' in given
            ? fail(new Error(given.fault))
            : done(given.result as ReturnType<Tasks[typeof name]>)
        queue.push({ call, signal, answer })
        next()
      }),
  }
}

/** The client of the page: one worker for all. */
export const tasks = createTaskClient(
  () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
)
