/**
 * The embedded backend's own process. PGlite runs on the calling thread, so one slow query stops everything in its process:
 * that must not be the app's. Ends with 2 when it is refused (nothing to repeat) and with 1 when it failed.
 */
import { refuseForeignData } from './data-directory.ts'
import { oneLine } from './fault.ts'
import { RefusedData } from './history.ts'
import { quietConsole } from './lite/quiet-console.ts'
import { lockDirectory } from './lock.ts'
import { parseSettings } from './settings.ts'

const REFUSED = 2
const FAILED = 1

/** What the process tells its supervisor. */
export type ServerMessage = { url: string } | { refused: string }

quietConsole()

function end(status: number, message: string): never {
  console.error(message)
  if (status === REFUSED) process.send?.({ refused: message } satisfies ServerMessage)
  process.exit(status)
}

function refuseOrReturn<T>(read: () => T): T {
  try {
    return read()
  } catch (fault) {
    return end(REFUSED, fault instanceof Error ? fault.message : String(fault))
  }
}

const settings = refuseOrReturn(() => parseSettings(process.env))
refuseOrReturn(() => refuseForeignData(settings))
const lock = refuseOrReturn(() => lockDirectory(settings.dataDirectory))

try {
  // Only now, since these parts take a second to load and a refusal should not wait for them.
  const { serveBackend } = await import('./backend.ts')
  const backend = await serveBackend({
    ...settings,
    ...(!process.env.SMTP_URL && { log: (text: string) => process.stdout.write(`${text}\n`) }),
  })
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await backend.close()
    lock.release()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('disconnect', stop)
  // Ctrl-C reaches every process of the terminal; where there is a supervisor, it ends this one last.
  process.on('SIGINT', () => {
    if (!process.send) void stop()
  })
  process.send?.({ url: backend.url } satisfies ServerMessage)
  if (!process.send) console.log(backend.url)
} catch (fault) {
  if (fault instanceof RefusedData) end(REFUSED, fault.message)
  end(FAILED, oneLine(fault))
}
