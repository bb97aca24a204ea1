/**
 * Ends a PostgreSQL cluster whose owner is gone without having stopped it, and takes its folder away. The server is no child of the tests
 * (pg_ctl starts it), so nothing else would. Started with an open channel to the owner; the arguments are the cluster's process id and folder.
 */
import { rmSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

const [id, folder = ''] = process.argv.slice(2)

// Ctrl-C reaches this process as well: it ends last.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.once('disconnect', async () => {
  // At once, as `pg_ctl -m immediate` asks it to.
  while (signalServer('SIGQUIT')) await delay(50)
  rmSync(folder, { recursive: true, force: true })
})

/** Whether it was there to hear it. */
function signalServer(signal: NodeJS.Signals): boolean {
  try {
    return process.kill(Number(id), signal)
  } catch {
    return false
  }
}
