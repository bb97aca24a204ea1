/** Addresses and streets for the search box. */
import { readCity } from '#lib/server/city.ts'
import { createAddressSearch } from '#lib/server/geocoding/address-search.ts'
import { createPhoton, readPhotonUrl } from '#lib/server/geocoding/photon.ts'
import type { PlaceSearches } from '#lib/server/geocoding/places.ts'
import { hashAddress, PLACE_SEARCH_LIMIT, readAddress, takeRate } from '#lib/server/guard/rate-limit.ts'
import { respondToPlaces } from '#lib/server/interface/places-response.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { createAnonClient } from '#lib/server/supabase/anon-client.ts'
import { readSupabaseEnv } from '#lib/server/supabase/env.ts'

export const dynamic = 'force-dynamic'

let searches: PlaceSearches | null = null

export function GET(request: Request): Promise<Response> {
  searches ??= createSearches()
  return respondToPlaces(request, createAnonClient(), searches, () => takeTurn(request))
}

/** Of the visitor only the hash of the day is kept. */
function takeTurn({ headers }: Request): Promise<number> {
  const today = new Date().toISOString().slice(0, 10)
  const who = hashAddress(readAddress(headers), readSupabaseEnv().secretKey, today)
  return takeRate(createAdminClient(), PLACE_SEARCH_LIMIT, who)
}

function createSearches(): PlaceSearches {
  const url = readPhotonUrl(process.env.PHOTON_URL)
  return { addresses: createAddressSearch(), photon: url && createPhoton({ url, box: readCity().box }) }
}
