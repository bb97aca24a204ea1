/** When a long-running command is asked to stop. */

const LOOK_EVERY_MILLISECONDS = 500

/** Calls back once: on a signal, or when npm is gone, which does not pass every signal on to what it started. */
export function onStopRequest(stop: () => void): void {
  let asked = false
  const ask = () => {
    if (!asked) stop()
    asked = true
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) ask()
  }, LOOK_EVERY_MILLISECONDS).unref()
}
