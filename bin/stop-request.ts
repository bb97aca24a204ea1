/** When a long-running command is asked to stop. */

const LOOK_EVERY_MILLISECONDS = 500
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Calls back once: on a signal, or when npm is gone, which does not pass every signal on to what it started; with FOLLOW_PARENT=1 when
 * the process that started it is gone. Returns what ends the listening.
 */
export function onStopRequest(stop: () => void): () => void {
  let wasAsked = false
  const ask = () => {
    if (!wasAsked) stop()
    wasAsked = true
  }
  for (const signal of SIGNALS) process.on(signal, ask)
  const parent = process.ppid
  const follows = process.env.npm_lifecycle_event || process.env.FOLLOW_PARENT === '1'
  const look = setInterval(() => {
    if (follows && process.ppid !== parent) ask()
  }, LOOK_EVERY_MILLISECONDS).unref()
  return () => {
    clearInterval(look)
    for (const signal of SIGNALS) process.off(signal, ask)
  }
}
