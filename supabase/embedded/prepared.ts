/**
 * What makes a start take seconds, prepared once at build: a database with extensions and migrations (up to half a minute in
 * PGlite) to copy for every new data directory; PostGIS without the scripts that only its installation needs; and lite's
 * reading of the catalogue. They lie in a folder for each state of the code, which appears under its name only when it is whole.
 */
import { createHash } from 'node:crypto'
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { createTarGzip, parseTarGzip } from 'nanotar'
import { APP_VERSION, markDatabase } from './data-directory.ts'
import { createApi } from './lite/api.ts'
import { openPglite, POSTGIS_ARCHIVE, type PreparedFiles, readLiteCatalogue } from './lite/database.ts'
import { KNOWN_VERSIONS } from './lite/known-versions.ts'
import { migrate, readMigrations } from './migrate.ts'
import { generateSecrets } from './secrets.ts'

const CACHE = join(import.meta.dirname, '.prepared')
const OUTDATED_AFTER_MILLISECONDS = 60 * 60 * 1000
/** What PostGIS reads once it is installed: its library and the projections. */
const POSTGIS_AT_WORK =
  /^(lib\/postgresql\/postgis-3\.so$|share\/proj\/|share\/postgresql\/extension\/postgis\.control$)/

export type Prepared = PreparedFiles & {
  /** Folder of a PGlite database with all migrations. */
  database: string
}

/** Prepares for the present migrations and versions, unless it is done. */
export async function prepareDatabase(): Promise<Prepared> {
  const entry = join(CACHE, fingerprint())
  if (!existsSync(entry)) await fillEntry(entry)
  return toPrepared(entry)
}

/** Copies the prepared database to a folder that does not exist yet. */
export function copyDatabase({ database }: Prepared, folder: string): void {
  const draft = `${folder}.draft`
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
  rmSync(draft, { recursive: true, force: true })
  cpSync(database, draft, { recursive: true, mode: constants.COPYFILE_FICLONE })
  renameSync(draft, folder)
}

async function fillEntry(entry: string): Promise<void> {
  const draft = `${entry}.${process.pid}`
  const prepared = toPrepared(draft)
  mkdirSync(draft, { recursive: true })
  try {
    await Promise.all([writePostgisAtWork(prepared.postgis), writeDatabase(prepared)])
    moveInPlace(draft, entry)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  removeOutdated(entry)
}

function toPrepared(entry: string): Prepared {
  return {
    database: join(entry, 'pglite'),
    postgis: join(entry, 'postgis.tar.gz'),
    catalogue: join(entry, 'catalogue.json'),
  }
}

async function writePostgisAtWork(file: string): Promise<void> {
  const whole = await parseTarGzip(readFileSync(POSTGIS_ARCHIVE))
  const atWork = whole.filter(({ name }) => POSTGIS_AT_WORK.test(name))
  writeFileSync(file, await createTarGzip(atWork))
}

async function writeDatabase({ database: folder, catalogue }: Prepared): Promise<void> {
  const database = await openPglite(folder)
  try {
    await migrate(database, createApi(database, generateSecrets(), { storageFolder: `${folder}-storage` }))
    writeFileSync(catalogue, await readLiteCatalogue(database))
  } finally {
    await database.close()
  }
  markDatabase(folder)
}

function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(import.meta.filename))
  hash.update(JSON.stringify({ ...KNOWN_VERSIONS, app: APP_VERSION }))
  for (const { version, name, sql } of readMigrations()) hash.update(`${version}_${name}\n${sql}\n`)
  return hash.digest('hex').slice(0, 16)
}

/** Another process may have prepared the same meanwhile; then its entry is as good. */
function moveInPlace(draft: string, entry: string): void {
  try {
    renameSync(draft, entry)
  } catch (fault) {
    if (!existsSync(entry)) throw fault
  }
}

function removeOutdated(current: string): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name)
    if (path !== current && Date.now() - statSync(path).mtimeMs > OUTDATED_AFTER_MILLISECONDS)
      rmSync(path, { recursive: true, force: true })
  }
}

if (import.meta.main) await prepareDatabase()
