/**
 * Whether a data directory may be opened, found out without opening it, because opening already writes. A file beside PostgreSQL's own says
 * which version of the app made the database, and with which migrations.
 */
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { RefusedData, refuseOtherHistory } from './history.ts'
import { readMigrations } from './migrate.ts'

const MARKER = 'keimzelle.json'
const POSTGRES_PARTS = ['PG_VERSION', 'base', 'global']
/** One of them is in every directory that a backend has used. */
const OWN_PARTS = ['secrets.json', 'pglite', 'pglite.previous']
/** They tell nothing: a file system's own folder, what a run with another database or one that broke off leaves. */
const NEUTRAL_PARTS =
  /^(\..*|lost\+found|basemap-cache|storage|storage\.previous|lock(-[a-z]+)?|backend\.json|pglite\.draft)$/
const CURE = 'Begin a new one with DATA_DIR=FOLDER npm start, or put this one aside with npm run db:reset.'
const CURE_ELSEWHERE = 'Choose another folder with DATA_DIR=FOLDER npm start.'

const markerSchema = z.object({ version: z.string(), migrations: z.array(z.string()) })

/** The version of this code. */
export const APP_VERSION: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(findPackageJSON('..', import.meta.url) ?? '', 'utf8'))).version

/** Throws RefusedData for data that this process may not use: beside a PostgreSQL the directory's own database is not opened, nor looked at. */
export function refuseForeignData(settings: {
  dataDirectory: string
  databaseUrl?: string | undefined
}): void {
  const refuse = settings.databaseUrl ? refuseForeignFolder : refuseForeignDirectory
  refuse(settings.dataDirectory)
}

/** Throws RefusedData for a directory whose database another version made, or that is none of ours; reads only. */
export function refuseForeignDirectory(
  directory: string,
  known: readonly string[] = listKnownVersions(),
): void {
  refuseForeignFolder(directory)
  const folder = join(directory, 'pglite')
  if (existsSync(folder)) refuseForeignDatabase(folder, known)
}

/** The same without a look at its database, for where that one is not opened: beside a PostgreSQL, and to put it aside. */
export function refuseForeignFolder(directory: string): void {
  if (!existsSync(directory)) return
  if (!statSync(directory).isDirectory())
    throw new RefusedData(`${directory} is no folder. ${CURE_ELSEWHERE}`)
  const names = readdirSync(directory).filter((name) => !NEUTRAL_PARTS.test(name))
  if (names.length > 0 && !names.some((name) => OWN_PARTS.includes(name)))
    throw new RefusedData(
      `${directory} holds files that Keimzelle does not know, and no data of its own. Nothing in it was changed. ${CURE_ELSEWHERE}`,
    )
}

function refuseForeignDatabase(folder: string, known: readonly string[]): void {
  if (POSTGRES_PARTS.some((part) => !existsSync(join(folder, part))))
    throw new RefusedData(`${folder} is no database folder. Nothing in it was changed. ${CURE}`)
  const marker = readMarker(folder)
  if (!marker)
    throw new RefusedData(
      `${folder} was made by a version before 0.1.0, from which nothing is taken over. Nothing in it was changed. ${CURE}`,
    )
  refuseOtherHistory(marker.migrations, known, { holder: folder, maker: marker.version, cure: CURE })
}

/**
 * Notes this version and its migrations in a database folder, unless they are noted. Written before the migrations are applied: an older
 * version then refuses the folder even after a crash between the two.
 */
export function markDatabase(folder: string, versions: readonly string[] = listKnownVersions()): void {
  if (readMarker(folder)?.migrations.length === versions.length) return
  const draft = join(folder, `${MARKER}.draft`)
  writeFileSync(draft, `${JSON.stringify({ version: APP_VERSION, migrations: versions }, null, 2)}\n`)
  renameSync(draft, join(folder, MARKER))
}

/** Null where there is none, or one that makes no sense. */
function readMarker(folder: string): z.infer<typeof markerSchema> | null {
  try {
    return markerSchema.parse(JSON.parse(readFileSync(join(folder, MARKER), 'utf8')))
  } catch {
    return null
  }
}

function listKnownVersions(): string[] {
  return readMigrations().map(({ version }) => version)
}
