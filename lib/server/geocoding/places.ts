/** What an address search finds: the register's own addresses first, then what Photon adds to them. */

import type { Place } from '#lib/core/domain/place.ts'
import { fold } from '#lib/core/search/fold.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'
import type { AddressSearch } from './address-search.ts'
import type { Photon } from './photon.ts'

const MAX_PLACES = 5
/** With fewer letters everything would be found. */
const MIN_QUERY_LENGTH = 3

export type PlaceSearches = { addresses: AddressSearch; photon: Photon | null }

/** Up to five places, each once; throws when the database does not answer. */
export async function findPlaces(
  client: AnonClient,
  query: string,
  { addresses, photon }: PlaceSearches,
): Promise<Place[]> {
  if (query.trim().length < MIN_QUERY_LENGTH) return []
  const own = await addresses(client, query, MAX_PLACES)
  if (own.length >= MAX_PLACES || !photon) return own
  const known = new Set(own.map(({ label }) => fold(label)))
  const further = (await photon(query, MAX_PLACES)).filter(({ label }) => !known.has(fold(label)))
  return [...own, ...further].slice(0, MAX_PLACES)
}
