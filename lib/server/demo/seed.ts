/** Lays the demonstration into an empty register; it is marked in the database and leaves with the first real import. */
import type { City } from '#lib/core/domain/city.ts'
import { generateDistricts, generateEntries, generateStations } from './generate.ts'

const SOURCE = 'demonstration'

/** Runs one statement as the owner of the database. */
type Query = (text: string, values?: unknown[]) => Promise<unknown[]>

/** Does nothing where any source but the people's own proposals is registered already; throws when the database refuses. */
export async function seedDemonstration(query: Query, city: City): Promise<void> {
  if ((await query("select from public.sources where key <> 'proposals' limit 1")).length > 0) return
  const payload = JSON.stringify({
    source: SOURCE,
    publish: true,
    rows: generateEntries(city),
    districts: generateDistricts(city),
    stations: generateStations(city),
  })
  await query('select public.seed_demonstration($1)', [payload])
}
