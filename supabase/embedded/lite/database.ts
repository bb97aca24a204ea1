/**
 * The database below the embedded backend: PGlite + PostGIS in a folder, or PostgreSQL + PostGIS behind DATABASE_URL.
 * Both are opened through lite's connection and offered to our own code as a few plain operations.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { postgis } from '@electric-sql/pglite-postgis'
import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite'
import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres'
import { dropRowParsers } from './drop-row-parsers.ts'
import { joinSettings } from './join-settings.ts'
import { keepOwnGrants } from './keep-own-grants.ts'
import { refuseUnknownVersions } from './known-versions.ts'

/** Long enough for a batch of an import, short enough that one query cannot hold a connection for good. */
const STATEMENT_LIMIT_MILLISECONDS = 30_000

/** 32 MB in pages of 8 kB. PostgreSQL clears them at each start, which takes PGlite half a second with the usual 128 MB. */
const SHARED_BUFFER_PAGES = '4096'

/** PostGIS as it is installed. */
export const POSTGIS_ARCHIVE = join(
  dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite-postgis')),
  'postgis.tar.gz',
)

type Row = Record<string, unknown>

export type Database = {
  kind: 'pglite' | 'postgres'
  connection: PgliteConnection | PostgresConnection
  /** Runs one statement as the owner, past row level security. */
  query<T extends Row>(text: string, values?: unknown[]): Promise<T[]>
  /** Runs statements in one transaction: all or nothing. */
  script(text: string): Promise<void>
  close(): Promise<void>
}

/** What was prepared for a database of this code: PostGIS without what its installation needs, and the catalogue as lite has read it. */
export type PreparedFiles = { postgis: string; catalogue: string }

/** Opens (or creates) the PGlite database in a folder, undefined keeps it in memory; faster with what was prepared for one that is there. */
export async function openPglite(folder: string | undefined, prepared?: PreparedFiles): Promise<Database> {
  refuseUnknownVersions()
  const connection = await createPgliteConnection({
    url: folder,
    ...(prepared && { schemaCache: readOnlyCache(prepared.catalogue) }),
    pgliteOptions: {
      extensions: { postgis: prepared ? pathToFileURL(prepared.postgis) : postgis, pg_trgm },
      startParams: [...PGlite.defaultStartParams, '-B', SHARED_BUFFER_PAGES],
    },
  })
  keepOwnGrants(connection)
  await connection.driver.waitReady
  dropRowParsers(connection.driver)
  joinSettings(connection)
  return {
    kind: 'pglite',
    connection,
    query: async <T extends Row>(text: string, values: unknown[] = []) =>
      (await connection.driver.query<T>(text, values)).rows,
    script: (text) =>
      connection.driver.transaction(async (transaction) => void (await transaction.exec(text))),
    close: () => connection.close(),
  }
}

/** Lite's reading of the whole catalogue, as JSON: what a prepared database keeps. */
export async function readLiteCatalogue({ connection }: Database): Promise<string> {
  return JSON.stringify(await connection.introspect())
}

/** Reads the catalogue once before anybody asks, so that a crowd does not make lite read it for each of them. */
export async function warmLiteCatalogue({ connection }: Database): Promise<void> {
  await connection.introspect({ useCache: true })
}

/** The catalogue changes by migrations alone, and the file holds it as it is after them. */
function readOnlyCache(file: string) {
  return { get: () => readFile(file, 'utf8'), set: async () => {}, delete: async () => {} }
}

/** Opens a PostgreSQL database by its address; its user must be allowed to create roles and extensions. */
export function openPostgres(url: string): Database {
  refuseUnknownVersions()
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      max: 10,
      connect_timeout: 5,
      onnotice: () => {},
      connection: { statement_timeout: STATEMENT_LIMIT_MILLISECONDS, application_name: 'keimzelle' },
    },
  })
  keepOwnGrants(connection)
  joinSettings(connection)
  const { driver } = connection
  return {
    kind: 'postgres',
    connection,
    query: async <T extends Row>(text: string, values: unknown[] = []) =>
      Array.from(await driver.unsafe<T[]>(text, values as never[])),
    script: (text) => driver.begin(async (transaction) => void (await transaction.unsafe(text).simple())),
    close: () => driver.end({ timeout: 5 }),
  }
}
