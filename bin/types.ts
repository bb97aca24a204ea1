/**
 * `npm run types` writes lib/server/supabase/database.types.ts from a database that has all migrations; with `-- --check` it only
 * compares, and ends with 1 when the file has drifted.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readCatalogue } from '#supabase/catalogue.ts'
import { openPglite } from '#supabase/embedded/lite/database.ts'
import { prepareDatabase } from '#supabase/embedded/prepared.ts'
import { formatDatabaseTypes } from '#supabase/format-types.ts'

const FILE = resolve(import.meta.dirname, '../lib/server/supabase/database.types.ts')

const folder = mkdtempSync(join(tmpdir(), 'keimzelle-types-'))
try {
  const prepared = await prepareDatabase()
  cpSync(prepared.database, folder, { recursive: true })
  const database = await openPglite(folder, prepared)
  const types = formatDatabaseTypes(await readCatalogue(database))
  await database.close()
  if (!process.argv.includes('--check')) writeFileSync(FILE, types)
  else if (readFileSync(FILE, 'utf8') !== types) {
    console.error(
      'lib/server/supabase/database.types.ts has drifted from the migrations: run `npm run types`.',
    )
    process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
