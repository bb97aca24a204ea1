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
import { createApp } from './app.ts'
import { type Database, openPglite, openPostgres } from './database.ts'
import { createDoor, type DoorLimits } from './http.ts'
import { migrate } from './migrate.ts'
import { layDatabase, prepareDatabase } from './prepared.ts'
import type { Secrets } from './secrets.ts'
import { removeDrafts } from './storage-folder.ts'

export type BackendOptions = {
  dataDirectory: string
  databaseUrl?: string | undefined
  port?: number
  secrets: Secrets
  limits?: DoorLimits
  /** Hears of sign-in codes; left out where mail is sent. */
  say?: (text: string) => void
  /** Whether an empty register gets the demonstration before anybody can read it. */
  laysDemonstration?: boolean
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
    const app = createApp(database, options.secrets, { storageFolder, say: options.say })
    await migrate(database, app)
    if (options.laysDemonstration) await seedDemonstration(database.query, readCity())
    // Read once now, so that a crowd at the door does not make lite read the whole catalogue for each of them.
    await database.connection.introspect({ useCache: true })
    const server = createServer(createDoor(app, database, options.secrets, options.limits))
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
  const folder = join(directory, 'pglite')
  const prepared = await prepareDatabase()
  if (!existsSync(folder)) layDatabase(prepared, folder)
  return openPglite(folder, prepared)
}
