/**
 * The one way by which commands get a backend: Supabase when SUPABASE_URL names one, the backend that already runs on the
 * data directory, or one of their own for as long as they need it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { refuseForeignData } from './data-directory.ts'
import { readHealth } from './health.ts'
import { readSecrets } from './secrets.ts'
import { type Environment, readDataDirectory } from './settings.ts'
import { superviseBackend } from './supervisor.ts'

export type OpenBackend = {
  url: string
  publishableKey: string
  secretKey: string
  /** How it was come by; only one's own is ended by `stop`. */
  origin: 'supabase' | 'running' | 'own'
  stop(): Promise<void>
}

/** A backend whose address is known already while its database still opens. */
export type OpeningBackend = OpenBackend & { ready: Promise<void> }

/** Rejects with the reason when keys are missing or no backend can be started. */
export async function openBackend(env: Environment = process.env): Promise<OpenBackend> {
  const { ready, ...backend } = await beginBackend(env)
  await ready
  return backend
}

/** As `openBackend`, without waiting for one of its own; `seedsDemonstration` gives that one's empty register something to show. */
export async function beginBackend(
  env: Environment = process.env,
  { seedsDemonstration = false } = {},
): Promise<OpeningBackend> {
  const stop = async () => {}
  const ready = Promise.resolve()
  if (env.SUPABASE_URL) {
    const { SUPABASE_PUBLISHABLE_KEY: publishableKey, SUPABASE_SECRET_KEY: secretKey } = env
    if (!publishableKey || !secretKey)
      throw new Error('SUPABASE_URL is set: set SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY too.')
    return { url: env.SUPABASE_URL, publishableKey, secretKey, origin: 'supabase', stop, ready }
  }
  const dataDirectory = readDataDirectory(env)
  refuseForeignData({ dataDirectory, databaseUrl: env.DATABASE_URL })
  const { publishableKey, secretKey } = readSecrets(dataDirectory)
  const url = readNote(dataDirectory)
  if (url && (await readHealth(url, secretKey)).ok)
    return { url, publishableKey, secretKey, origin: 'running', stop, ready }
  const own = await superviseBackend({ dataDirectory, databaseUrl: env.DATABASE_URL, seedsDemonstration })
  return { url: own.url, publishableKey, secretKey, origin: 'own', stop: own.stop, ready: own.ready }
}

/** The address that the supervisor left beside the data, if any. */
function readNote(dataDirectory: string): string | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(join(dataDirectory, 'backend.json'), 'utf8'))
    const url = typeof note === 'object' && note !== null && 'url' in note ? note.url : undefined
    return typeof url === 'string' && url.startsWith('http://127.0.0.1:') ? url : undefined
  } catch {
    return undefined
  }
}
