/**
 * Opens the database, brings it up to date and serves it on loopback: the whole backend in the calling process. The
 * product runs it in a process of its own (server.ts); tests run it in theirs, where they can also reach the database.
 */
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readCity } from '#lib/server/city.ts'
import { seedDemonstration } from '#lib/server/demo/seed.ts'
import { markDatabase, refuseForeignDirectory } from './data-directory.ts'
import { createListener, type RequestLimits } from './listener.ts'
import { createApi } from './lite/api.ts'
import { type Database, openPglite, openPostgres, warmLiteCatalogue } from './lite/database.ts'
import { removeDrafts } from './lite/storage-folder.ts'
import { migrate } from './migrate.ts'
import { copyDatabase, prepareDatabase } from './prepared.ts'
import type { Secrets } from './secrets.ts'

/**
 * How long an idle connection stays open. With the five seconds that are usual, a busy client sends its next request on a connection that
 * is just being closed, and it fails.
 */
const IDLE_CONNECTION_MILLISECONDS = 60_000

export type BackendOptions = {
  dataDirectory: string
  databaseUrl?: string | undefined
  port?: number
  secrets: Secrets
  limits?: RequestLimits
  /** Is told sign-in codes; left out where mail is sent. */
  log?: (text: string) => void
  /** Whether an empty register gets the demonstration before anybody can read it. */
  seedsDemonstration?: boolean
}

export type ServedBackend = { url: string; database: Database; close(): Promise<void> }

/** Serves a backend at a free port (or the given one) of 127.0.0.1; rejects when the database cannot be opened or migrated. */
export async function serveBackend(options: BackendOptions): Promise<ServedBackend> {
  const database = options.databaseUrl
    ? openPostgres(options.databaseUrl)
    : await openDataDirectory(options.dataDirectory)
  try {
    const storageFolder = join(options.dataDirectory, 'storage')
    await removeDrafts(storageFolder)
    const api = createApi(database, options.secrets, { storageFolder, log: options.log })
    await migrate(database, api)
    if (options.seedsDemonstration) await seedDemonstration(database.query, readCity())
    await warmLiteCatalogue(database)
    const listener = createListener(api, database, options.secrets, options.limits)
    const server = createServer({ keepAliveTimeout: IDLE_CONNECTION_MILLISECONDS }, listener)
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve)
    })
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      database,
      close: async () => {
        const closed = new Promise((resolve) => server.close(resolve))
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 2000).unref()
        await closed
        await database.close()
      },
    }
  } catch (fault) {
    await database.close()
    throw fault
  }
}

async function openDataDirectory(directory: string): Promise<Database> {
  refuseForeignDirectory(directory)
  const folder = join(directory, 'pglite')
  const prepared = await prepareDatabase()
  if (!existsSync(folder)) copyDatabase(prepared, folder)
  markDatabase(folder)
  return openPglite(folder, prepared)
}
