/** Addresses and streets for the search box. */
import { readCity } from '#lib/city.ts'
import { createAddressSearch } from '#lib/data/address-search.ts'
import { createPhoton, readPhotonUrl } from '#lib/data/photon.ts'
import { type PlaceSearches, respondToPlaces } from '#lib/data/places.ts'
import { createAnonClient } from '#lib/supabase/server.ts'

export const dynamic = 'force-dynamic'

let searches: PlaceSearches | null = null

export function GET(request: Request): Promise<Response> {
  searches ??= createSearches()
  return respondToPlaces(request, createAnonClient(), searches)
}

function createSearches(): PlaceSearches {
  const url = readPhotonUrl(process.env.PHOTON_URL)
  return { addresses: createAddressSearch(), photon: url && createPhoton({ url, box: readCity().box }) }
}
