/** Lays the demonstration into an empty register; it is marked in the database and leaves with the first real import. */
import type { City } from '#lib/city.ts'
import type { AdminClient } from '#lib/supabase/admin.ts'
import { generateDistricts, generateEntries } from './generate.ts'

const SOURCE = 'demonstration'

/** Does nothing where any source is registered already; throws when the database refuses. */
export async function seedDemonstration(client: AdminClient, city: City): Promise<void> {
  const { count, error } = await client.from('sources').select('key', { count: 'exact', head: true })
  if (error) throw new Error(`The sources cannot be read: ${error.message}`)
  if (count !== 0) return
  const { error: fault } = await client.rpc('seed_demonstration', {
    payload: JSON.stringify({
      source: SOURCE,
      publish: true,
      rows: generateEntries(city),
      districts: generateDistricts(city),
    }),
  })
  if (fault) throw new Error(`The demonstration cannot be laid: ${fault.message}`)
}
