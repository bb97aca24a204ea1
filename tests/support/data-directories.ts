/** Data directories as other versions or other programs leave them, without a database that could be opened. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readMigrations } from '#supabase/embedded/migrate.ts'

const KNOWN = readMigrations().map(({ version }) => version)
const DATABASE = { 'pglite/PG_VERSION': '17\n', 'pglite/base/1/112': 'x', 'pglite/global/pg_control': 'x' }
const marked = (version: string, migrations: readonly string[]) => ({
  'secrets.json': '{}',
  ...DATABASE,
  'pglite/keimzelle.json': JSON.stringify({ version, migrations }),
})

/** What each holds, and what a refusal of it says. */
export const REFUSED_DIRECTORIES: Record<string, { files: Record<string, string>; message: RegExp }> = {
  'a database without a marker, as versions before 0.1.0 left it': {
    files: { 'secrets.json': '{}', lock: '', ...DATABASE },
    message: /made by a version before 0\.1\.0/,
  },
  'a marker with migrations from before 0.1.0': {
    files: marked('0.1.0', ['20261124000001', '20261127000044']),
    message: /made by a version before 0\.1\.0/,
  },
  'a marker of a newer version': {
    files: marked('9.2.0', [...KNOWN, '20990101000001']),
    message: /is newer than this code: Keimzelle 9\.2\.0 made it, with migration 20990101000001/,
  },
  'a marker with a migration missing between others': {
    files: marked('0.1.0', [...KNOWN.slice(0, 1), ...KNOWN.slice(2, 4)]),
    message: new RegExp(`lacks migrations between others that it has: migration ${KNOWN[1]}`),
  },
  'a marker with a migration that nobody knows': {
    files: marked('0.1.0', [...KNOWN.slice(0, 2), `${KNOWN[1]}5`, ...KNOWN.slice(2, 4)]),
    message: /has migrations that this code does not know/,
  },
  'a marker that makes no sense': {
    files: { ...marked('0.1.0', KNOWN), 'pglite/keimzelle.json': '{"version": 1' },
    message: /made by a version before 0\.1\.0/,
  },
  'a folder in the database`s place that is no database': {
    files: { 'secrets.json': '{}', 'pglite/notes.txt': 'x' },
    message: /pglite is no database folder/,
  },
  'files of another program': {
    files: { 'letters/one.txt': 'x', 'photo.jpg': 'x' },
    message: /holds files that Keimzelle does not know/,
  },
  'files of another program that has a storage and a lock too': {
    files: { 'storage/app/one.txt': 'x', lock: '', 'artisan.php': 'x' },
    message: /holds files that Keimzelle does not know/,
  },
}

export function createDirectory(files: Record<string, string>): string {
  const directory = mkdtempSync(join(tmpdir(), 'keimzelle-data-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), content)
  }
  return directory
}

export const ACCEPTED_DIRECTORIES: Record<string, Record<string, string>> = {
  'nothing yet': {},
  'keys alone, as beside a PostgreSQL': { 'secrets.json': '{}' },
  'the cache of a run with another database': { 'basemap-cache/1': 'x' },
  'photos beside a PostgreSQL whose keys come from elsewhere': { lock: '', 'storage/photos/1/320.webp': 'x' },
  'a volume that was just made': { 'lost+found/.keep': '' },
  'a first start that broke off': { lock: '', 'lock-journal': '', 'pglite.draft/PG_VERSION': '17\n' },
  'what was put aside': { lock: '', 'pglite.previous/PG_VERSION': '17\n' },
  'all migrations': marked('0.1.0', KNOWN),
  'the first of the migrations': marked('0.1.0', KNOWN.slice(0, 3)),
}
