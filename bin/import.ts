/** `npm run import`: brings a file into the register by the running backend, or by one of its own. */
import './environment.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { City } from '#lib/core/domain/city.ts'
import { readCity } from '#lib/server/city.ts'
import { readPhotonUrl } from '#lib/server/geocoding/photon.ts'
import { fetchOverpass, formatQuery } from '#lib/server/import/fetch-overpass.ts'
import { formatImportMessage } from '#lib/server/import/format-import-message.ts'
import { IMPORT_USAGE, type ImportCommand, parseImportCommand } from '#lib/server/import/import-command.ts'
import { type Profile, readProfile } from '#lib/server/import/profile.ts'
import { openProgress } from '#lib/server/import/progress.ts'
import { measureFile } from '#lib/server/import/readers/read-rows.ts'
import { type ImportResult, runImport } from '#lib/server/import/run-import.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { openBackend } from '#supabase/embedded/open.ts'

const FAILED = 1
const NOT_UNDERSTOOD = 2
const SOME_REJECTED = 3
const OVERPASS_URL = process.env.OVERPASS_URL || 'https://overpass-api.de/api/interpreter'

const folder = mkdtempSync(join(tmpdir(), 'keimzelle-import-'))
try {
  process.exitCode = await main()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function main(): Promise<number> {
  let command: ImportCommand | null
  let profile: Profile
  try {
    command = parseImportCommand(process.argv.slice(2))
    if (!command) {
      console.log(IMPORT_USAGE)
      return 0
    }
    profile = readProfile(command.profile)
  } catch (fault) {
    print(`${(fault as Error).message}\n\nnpm run import -- --help lists all options.`)
    return NOT_UNDERSTOOD
  }
  try {
    return closeImport(command, await importFile(command, profile, readCity()))
  } catch (fault) {
    print((fault as Error).message)
    return FAILED
  }
}

async function importFile(command: ImportCommand, profile: Profile, city: City): Promise<ImportResult> {
  const file = command.file ?? (await fetchCity(city, command))
  const totalBytes = measureFile(file)
  const backend = await openBackend()
  const progress = openProgress(totalBytes)
  try {
    return await runImport(createAdminClient({ url: backend.url, secretKey: backend.secretKey }), {
      ...command,
      file,
      profile,
      box: city.countryBox,
      reportFile: command.report,
      photonUrl: readPhotonUrl(process.env.PHOTON_URL),
      locale: 'en',
      print: (text) => progress.print(text),
      onProgress: progress.show,
    })
  } finally {
    progress.close()
    await backend.stop()
  }
}

/** Without a network the query is printed, so that it can be asked elsewhere. */
async function fetchCity(city: City, { target }: ImportCommand): Promise<string> {
  const query = formatQuery(city.overpassArea, target === 'context')
  const file = join(folder, 'overpass.json')
  try {
    await fetchOverpass(OVERPASS_URL, query, file)
  } catch (fault) {
    console.log(query)
    throw new Error(
      `Overpass cannot be asked (${(fault as Error).message}). Paste the query above into https://overpass-turbo.eu, save the answer as JSON and import that file with --profile osm.`,
    )
  }
  return file
}

function closeImport({ json, isTrial }: ImportCommand, { counts, seconds, fileFault }: ImportResult): number {
  if (fileFault) print(`${formatImportMessage('en', fileFault)} What came before it was read.`)
  const { read, ...outcomes } = counts
  if (json) console.log(JSON.stringify({ ...counts, seconds }))
  else {
    const parts = Object.entries(outcomes).map(([name, count]) => `${count} ${name}`)
    console.log(
      `${isTrial ? 'Nothing was written. ' : ''}${read} rows read: ${parts.join(', ')} (${seconds} s)`,
    )
  }
  if (fileFault) return FAILED
  return counts.rejected > 0 ? SOME_REJECTED : 0
}

function print(text: string): void {
  process.stderr.write(`${text}\n`)
}
