/** The register's own table of addresses: streets, house numbers, places, and the place of an address. */
import { z } from 'zod'
import type { Label } from '#lib/core/search/labels.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'
import type { Database } from '#lib/server/supabase/database.types.ts'

/** Where a street is, is known. */
export type StreetLabel = Label & { position: NonNullable<Label['position']> }

export type AddressPoint = Database['public']['Views']['address_points']['Row']

const PAGE_ROWS = 1000

/** All streets of the register's addresses, where the middle one of their houses stands. */
export async function readStreets(client: AnonClient): Promise<StreetLabel[]> {
  const streets: StreetLabel[] = []
  for (let after = 0; ; ) {
    const { data, error } = await client
      .from('address_streets')
      .select()
      .gt('id', after)
      .order('id')
      .limit(PAGE_ROWS)
    if (error) throw new Error(`The streets cannot be read: ${error.message}`)
    for (const { street, postcodes, place, lng, lat } of data)
      streets.push({
        label: street ?? '',
        detail: [postcodes, place].filter(Boolean).join(' '),
        count: 1,
        position: { lng: lng ?? 0, lat: lat ?? 0 },
      })
    after = data.at(-1)?.id ?? after
    if (data.length < PAGE_ROWS) return streets
  }
}

/** Up to `limit` houses of a street whose number begins so, the very number first. */
export async function readHouses(
  client: AnonClient,
  street: string,
  houseNumber: string,
  limit: number,
): Promise<AddressPoint[]> {
  const { data, error } = await client
    .from('address_points')
    .select()
    .eq('street', street)
    .ilike('house_number', `${houseNumber}%`)
    .order('house_number')
    .limit(limit)
  if (error) throw new Error(`The addresses cannot be read: ${error.message}`)
  return data
}

/** Throws when the database does not answer. */
export async function countAddresses(client: AnonClient): Promise<number> {
  const { count, error } = await client.from('address_places').select('id', { count: 'exact', head: true })
  if (error) throw new Error(`The addresses cannot be counted: ${error.message}`)
  return count ?? 0
}

/** The places `[lng, lat]` of the addresses in the first lots; each address was drawn into one of a thousand. */
export async function readAddressPlaces(client: AnonClient, lots: number): Promise<[number, number][]> {
  const places: [number, number][] = []
  for (let after = 0; ; ) {
    const { data, error } = await client
      .from('address_places')
      .select('id, lng, lat')
      .lt('lot', lots)
      .gt('id', after)
      .order('id')
      .limit(PAGE_ROWS)
    if (error) throw new Error(`The addresses cannot be read: ${error.message}`)
    for (const { id, lng, lat } of data) {
      after = id ?? after
      if (lng !== null && lat !== null) places.push([lng, lat])
    }
    if (data.length < PAGE_ROWS) return places
  }
}

const locatedRows = z.array(z.object({ nth: z.number(), lng: z.number(), lat: z.number() }))

/**
 * Places in degrees of those addresses that are known and name one place alone; `nth` is the row's index. With a source its own addresses
 * count first. Throws with the database's message.
 */
export async function locateAddresses(
  client: AdminClient,
  asked: { source?: string; rows: readonly object[] },
): Promise<z.infer<typeof locatedRows>> {
  const { data, error } = await client.rpc('geocode_addresses', { payload: JSON.stringify(asked) })
  if (error) throw new Error(error.message)
  return locatedRows.parse(data)
}
