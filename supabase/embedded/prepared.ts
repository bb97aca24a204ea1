/**
 * What makes a start take seconds, prepared once at build: a database with extensions and migrations (up to half a minute in
 * PGlite) to copy for every new data directory; PostGIS without the scripts that only its installation needs; and lite's
 * reading of the catalogue. A shelf appears under its name only when it is whole.
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
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createTarGzip, parseTarGzip } from 'nanotar'
import manifest from '../../package.json' with { type: 'json' }
import { readMigrations } from './migrate.ts'

const SHELVES = join(import.meta.dirname, '.prepared')
const OUTDATED_AFTER_MILLISECONDS = 60 * 60 * 1000
const PARTS = ['@electric-sql/pglite', '@electric-sql/pglite-postgis', '@supabase/lite'] as const
const POSTGIS = join(
  dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite-postgis')),
  'postgis.tar.gz',
)
/** What PostGIS reads once it is installed: its library and the projections. */
const POSTGIS_AT_WORK =
  /^(lib\/postgresql\/postgis-3\.so$|share\/proj\/|share\/postgresql\/extension\/postgis\.control$)/

export type Prepared = {
  /** Folder of a PGlite database with all migrations. */
  database: string
  /** File from which PGlite loads PostGIS. */
  postgis: string
  /** File with the catalogue after all migrations, as lite has read it. */
  catalogue: string
}

/** Prepares for the present migrations and versions, unless it is done. */
export async function prepareDatabase(): Promise<Prepared> {
  const shelf = join(SHELVES, fingerprint())
  if (!existsSync(shelf)) await fillShelf(shelf)
  return toPrepared(shelf)
}

/** Lays a copy of the prepared database into a folder that does not exist yet. */
export function layDatabase({ database }: Prepared, folder: string): void {
  const draft = `${folder}.draft`
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
  rmSync(draft, { recursive: true, force: true })
  cpSync(database, draft, { recursive: true, mode: constants.COPYFILE_FICLONE })
  renameSync(draft, folder)
}

async function fillShelf(shelf: string): Promise<void> {
  const draft = `${shelf}.${process.pid}`
  const prepared = toPrepared(draft)
  mkdirSync(draft, { recursive: true })
  try {
    await Promise.all([writePostgisAtWork(prepared.postgis), writeDatabase(prepared)])
    moveInPlace(draft, shelf)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  removeOutdated(shelf)
}

function toPrepared(shelf: string): Prepared {
  return {
    database: join(shelf, 'pglite'),
    postgis: join(shelf, 'postgis.tar.gz'),
    catalogue: join(shelf, 'catalogue.json'),
  }
}

async function writePostgisAtWork(file: string): Promise<void> {
  const whole = await parseTarGzip(readFileSync(POSTGIS))
  const atWork = whole.filter(({ name }) => POSTGIS_AT_WORK.test(name))
  writeFileSync(file, await createTarGzip(atWork))
}

async function writeDatabase({ database: folder, catalogue }: Prepared): Promise<void> {
  const [{ openPglite }, { createApp }, { migrate }, { generateSecrets }] = await Promise.all([
    import('./database.ts'),
    import('./app.ts'),
    import('./migrate.ts'),
    import('./secrets.ts'),
  ])
  const database = await openPglite(folder)
  try {
    await migrate(database, createApp(database, generateSecrets(), { storageFolder: `${folder}-storage` }))
    writeFileSync(catalogue, JSON.stringify(await database.connection.introspect()))
  } finally {
    await database.close()
  }
}

function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(import.meta.filename))
  for (const part of PARTS) hash.update(`${part}@${manifest.dependencies[part]}\n`)
  for (const { version, name, sql } of readMigrations()) hash.update(`${version}_${name}\n${sql}\n`)
  return hash.digest('hex').slice(0, 16)
}

/** Another process may have prepared the same meanwhile; then its shelf is as good. */
function moveInPlace(draft: string, shelf: string): void {
  try {
    renameSync(draft, shelf)
  } catch (fault) {
    if (!existsSync(shelf)) throw fault
  }
}

function removeOutdated(current: string): void {
  for (const name of readdirSync(SHELVES)) {
    const path = join(SHELVES, name)
    if (path !== current && Date.now() - statSync(path).mtimeMs > OUTDATED_AFTER_MILLISECONDS)
      rmSync(path, { recursive: true, force: true })
  }
}

if (import.meta.main) await prepareDatabase()
