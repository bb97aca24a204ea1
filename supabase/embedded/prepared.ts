/**
 * A database prepared once (extensions and migrations take up to half a minute in PGlite) and copied for every new data
 * directory, so that a first start takes seconds. A copy appears under its name only when it is whole.
 */
import { createHash } from 'node:crypto'
import { constants, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { readMigrations } from './migrate.ts'

const SHELF = join(import.meta.dirname, '.prepared')
const OUTDATED_AFTER_MILLISECONDS = 60 * 60 * 1000
const PARTS = ['@electric-sql/pglite', '@electric-sql/pglite-postgis', '@supabase/lite'] as const

/** Prepares the database of the present migrations and versions unless it is there; returns its folder. */
export async function prepareDatabase(): Promise<string> {
  const folder = join(SHELF, fingerprint())
  if (existsSync(folder)) return folder
  mkdirSync(SHELF, { recursive: true })
  const draft = `${folder}.${process.pid}`
  const [{ openPglite }, { createApp }, { migrate }, { generateSecrets }] = await Promise.all([
    import('./database.ts'),
    import('./app.ts'),
    import('./migrate.ts'),
    import('./secrets.ts'),
  ])
  try {
    const database = await openPglite(draft)
    try {
      await migrate(database, createApp(database, generateSecrets()))
    } finally {
      await database.close()
    }
    moveInPlace(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  removeOutdated(folder)
  return folder
}

/** Lays a copy of the prepared database into a folder that does not exist yet. */
export async function layDatabase(folder: string): Promise<void> {
  const prepared = await prepareDatabase()
  const draft = `${folder}.draft`
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
  rmSync(draft, { recursive: true, force: true })
  cpSync(prepared, draft, { recursive: true, mode: constants.COPYFILE_FICLONE })
  renameSync(draft, folder)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const part of PARTS) hash.update(`${part}@${manifest.dependencies[part]}\n`)
  for (const { version, name, sql } of readMigrations()) hash.update(`${version}_${name}\n${sql}\n`)
  return hash.digest('hex').slice(0, 16)
}

/** Another process may have prepared the same database meanwhile; then its copy is as good. */
function moveInPlace(draft: string, folder: string): void {
  try {
    renameSync(draft, folder)
  } catch (fault) {
    if (!existsSync(folder)) throw fault
  }
}

function removeOutdated(current: string): void {
  for (const name of readdirSync(SHELF)) {
    const path = join(SHELF, name)
    if (path !== current && Date.now() - statSync(path).mtimeMs > OUTDATED_AFTER_MILLISECONDS)
      rmSync(path, { recursive: true, force: true })
  }
}

if (import.meta.main) await prepareDatabase()
