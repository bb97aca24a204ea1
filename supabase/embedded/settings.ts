/** What the backend's process is told by its environment; whatever would open it to others is refused. */
import 'server-only'
import { resolve } from 'node:path'
import type { BackendOptions } from './backend.ts'
import { parseSecrets } from './secrets.ts'

/** What a process is told from outside; in a form that Next does not widen. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Reads the environment of the backend's process; throws with the variable and the cure. */
export function parseSettings(env: Environment): BackendOptions {
  const host = env.BACKEND_HOST ?? '127.0.0.1'
  if (host !== '127.0.0.1')
    throw new Error(
      `BACKEND_HOST=${host} is refused: the embedded backend listens on 127.0.0.1 only. Put the app in front of it, or use Supabase.`,
    )
  const port = Number(env.BACKEND_PORT ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`BACKEND_PORT=${env.BACKEND_PORT} is no port: give a number from 0 to 65535.`)
  const databaseUrl = env.DATABASE_URL || undefined
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Error('DATABASE_URL needs the form postgresql://user:password@host:port/database.')
  return {
    dataDirectory: readDataDirectory(env),
    databaseUrl,
    port,
    seedsDemonstration: env.BACKEND_DEMONSTRATION === '1',
    secrets: parseSecrets(
      {
        jwtSecret: env.BACKEND_JWT_SECRET,
        publishableKey: env.SUPABASE_PUBLISHABLE_KEY,
        secretKey: env.SUPABASE_SECRET_KEY,
      },
      'the environment',
    ),
  }
}

/** The folder of all that the embedded backend keeps: `DATA_DIR`, else `.data` where the command was started. */
export function readDataDirectory(env: Environment = process.env): string {
  return resolve(env.DATA_DIR || '.data')
}
