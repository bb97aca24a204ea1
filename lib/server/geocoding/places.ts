/** What an address search answers: the register's own addresses first, then what Photon adds to them. */

import type { Place } from '#lib/core/domain/place.ts'
import { fold } from '#lib/core/search/fold.ts'
import { MAX_QUERY_LENGTH } from '#lib/core/view/filter.ts'
import { toFaultsResponse, toTooManyResponse } from '#lib/server/interface/api-response.ts'
import type { AnonClient } from '#lib/server/supabase/server.ts'
import type { AddressSearch } from './address-search.ts'
import type { Photon } from './photon.ts'

const MAX_PLACES = 5
/** With fewer letters everything would be found. */
const MIN_QUERY_LENGTH = 3

export type PlaceSearches = { addresses: AddressSearch; photon: Photon | null }

/** Up to five places, each once; throws when the database does not answer. */
async function findPlaces(
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

/**
 * Answers `?q=` with `{places}`; 400 names what is wrong with the query, 429 comes where `takeTurn` gives seconds to wait, 503 says
 * that the database does not answer.
 */
export async function respondToPlaces(
  request: Request,
  client: AnonClient,
  searches: PlaceSearches,
  takeTurn: () => Promise<number>,
): Promise<Response> {
  const query = new URL(request.url).searchParams.get('q')
  if (query === null || query.length > MAX_QUERY_LENGTH)
    return toFaultsResponse([
      { parameter: 'q', detail: `Give an address or a part of it, at most ${MAX_QUERY_LENGTH} characters.` },
    ])
  try {
    const waitSeconds = await takeTurn()
    if (waitSeconds > 0) return toTooManyResponse(waitSeconds)
    const places = await findPlaces(client, query, searches)
    return Response.json({ places }, { headers: { 'Cache-Control': 'public, max-age=300' } })
  } catch (fault) {
    console.error(fault)
    return new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  }
}
