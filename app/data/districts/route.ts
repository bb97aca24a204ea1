/** Outlines of the districts as GeoJSON, for the map; asked for again each time and mostly answered by 304. */

import { readOutlinesOf } from '#lib/server/published/district-outlines.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { toUnavailableResponse, toValidatedResponse } from '#lib/server/published/snapshot-response.ts'
import { createAnonClient } from '#lib/server/supabase/anon-client.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  try {
    const { version } = await readSnapshot()
    const outlines = await readOutlinesOf(version, createAnonClient())
    return toValidatedResponse(request, version, outlines)
  } catch (fault) {
    console.error(fault)
    return toUnavailableResponse()
  }
}
