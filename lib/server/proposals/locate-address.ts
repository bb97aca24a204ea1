/** Finds the place of an address among the local ones; a wrong place is worse than none. */
import { z } from 'zod'
import { parseAddress } from '#lib/server/import/address.ts'
import type { AdminClient } from '#lib/server/supabase/admin.ts'

const found = z.array(z.object({ lng: z.number(), lat: z.number() }))

/** Degrees; null where the address is not known or not one alone. */
export async function locateAddress(
  client: AdminClient,
  address: string,
): Promise<{ lng: number; lat: number } | null> {
  const parsed = parseAddress(address)
  if (!parsed) return null
  const { data, error } = await client.rpc('geocode_addresses', {
    payload: JSON.stringify({ rows: [parsed] }),
  })
  if (error) throw new Error(`The addresses cannot be read: ${error.message}`)
  const [place] = found.parse(data)
  return place ? { lng: place.lng, lat: place.lat } : null
}
