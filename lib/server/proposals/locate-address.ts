/** Finds the place of an address among the local ones; a wrong place is worse than none. */
import { parseAddress } from '#lib/server/import/parse-address.ts'
import { locateAddresses } from '#lib/server/queries/addresses.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

/** Degrees; null where the address is not known or not one alone. */
export async function locateAddress(
  client: AdminClient,
  address: string,
): Promise<{ lng: number; lat: number } | null> {
  const parsed = parseAddress(address)
  if (!parsed) return null
  const [place] = await locateAddresses(client, { rows: [parsed] }).catch((cause: Error) => {
    throw new Error(`The addresses cannot be read: ${cause.message}`)
  })
  return place ? { lng: place.lng, lat: place.lat } : null
}
