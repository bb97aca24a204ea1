/** Chooses the reader for a file by profile and name. */
import { statSync } from 'node:fs'
import type { Profile } from '#lib/server/import/profile.ts'
import { FileFault, type RawRow } from '#lib/server/import/row.ts'
import { readCsv } from './csv.ts'
import type { Watch } from './file-text.ts'
import { readGeojson } from './geojson.ts'
import { detectArray } from './json.ts'
import { readOsmRows } from './osm.ts'
import { readOsmPbf } from './osm-pbf.ts'
import { readOsmXml } from './osm-xml.ts'
import { readOverpass } from './overpass.ts'

/** The file's size in bytes; throws a FileFault when it is missing, empty or no file. */
export function measureFile(file: string): number {
  const facts = statSync(file, { throwIfNoEntry: false })
  if (!facts) throw new FileFault('absent', { file })
  if (!facts.isFile()) throw new FileFault('no-file', { file })
  if (facts.size === 0) throw new FileFault('empty', { file })
  return facts.size
}

/** Rows in the order of the file; `watch` hears of every bytes read. */
export async function* readRows(file: string, profile: Profile, watch: Watch): AsyncGenerator<RawRow> {
  const name = file.toLowerCase().replace(/\.gz$/, '')
  if (name.endsWith('.pbf')) yield* readOsmRows(readOsmPbf(file, watch))
  else if (name.endsWith('.osm') || name.endsWith('.xml')) yield* readOsmRows(readOsmXml(file, watch))
  else if (profile.format !== 'csv' && /json$/.test(name)) {
    if ((await detectArray(file, profile.encoding)) === 'elements')
      yield* readOsmRows(readOverpass(file, watch))
    else yield* readGeojson(file, profile.encoding, watch)
  } else if (profile.reads === 'columns' && (profile.format ?? 'csv') === 'csv')
    yield* readCsv(file, { ...profile, needed: listNeeded(profile) }, watch)
  else if (profile.format === 'geojson') yield* readGeojson(file, profile.encoding, watch)
  else throw new FileFault('other-reader', { profile: profile.name, file })
}

/** The built-in profile lists all columns that it knows; one of your own lists those that the file has. */
function listNeeded({ name, columns, ref = [] }: Profile): string[] {
  return name === 'csv' ? [] : [...Object.values(columns), ...ref]
}
