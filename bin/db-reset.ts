/**
 * `npm run db:reset`: an empty register at the next start. The embedded database is put aside, not deleted; a PostgreSQL is
 * emptied only with `-- --yes`. The photos of either are put aside, because without their rows nobody would find them any more. A
 * Supabase project is left to the Supabase CLI.
 */
import './environment.ts'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { refuseForeignFolder } from '#supabase/embedded/data-directory.ts'
import { openPostgres } from '#supabase/embedded/lite/database.ts'
import { lockDirectory } from '#supabase/embedded/lock.ts'
import { readDataDirectory } from '#supabase/embedded/settings.ts'

const SCHEMAS = ['public', 'private', 'extensions', 'auth', 'storage', 'supabase_migrations']

try {
  await reset()
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exitCode = 1
}

async function reset(): Promise<void> {
  if (process.env.SUPABASE_URL)
    throw new Error('SUPABASE_URL is set: reset a Supabase project with `supabase db reset`.')
  const directory = readDataDirectory()
  refuseForeignFolder(directory)
  const lock = lockDirectory(directory)
  try {
    await (process.env.DATABASE_URL ? emptyPostgres(process.env.DATABASE_URL) : putDatabaseAside(directory))
    putAside(join(directory, 'storage'))
  } finally {
    lock.release()
  }
}

async function emptyPostgres(url: string): Promise<void> {
  if (!process.argv.includes('--yes'))
    throw new Error(
      'This deletes everything in the database of DATABASE_URL. To go on: npm run db:reset -- --yes',
    )
  const database = openPostgres(url)
  try {
    const drops = SCHEMAS.map((schema) => `drop schema if exists ${schema} cascade;`).join('\n')
    await database.script(`${drops}\ncreate schema public;`)
  } finally {
    await database.close()
  }
  console.log('The database is empty; `npm start` creates it again.')
}

async function putDatabaseAside(directory: string): Promise<void> {
  const folder = join(directory, 'pglite')
  if (!existsSync(folder)) return console.log('There is no database yet; `npm start` makes it.')
  putAside(folder)
  console.log(`The database is kept in ${folder}.previous; \`npm start\` makes a new one.`)
}

/** Renames a folder that is there; what was put aside before goes. */
function putAside(folder: string): void {
  if (!existsSync(folder)) return
  rmSync(`${folder}.previous`, { recursive: true, force: true })
  renameSync(folder, `${folder}.previous`)
}
