/** The answer to a search for addresses. */
import { MAX_QUERY_LENGTH } from '#lib/core/view/filter.ts'
import { findPlaces, type PlaceSearches } from '#lib/server/geocoding/places.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'
import { toFaultsResponse, toTooManyResponse } from './api-response.ts'

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
