/** Published entries as GeoJSON, a page at a time. */
import { respondToQuery, toPreflightResponse } from '#lib/server/interface/api-response.ts'
import { toEntryCollection } from '#lib/server/interface/entries-geojson.ts'
import { MAX_ENTRIES_PER_PAGE } from '#lib/server/interface/entries-query.ts'
import { selectEntries } from '#lib/server/interface/select-entries.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToQuery(request, readSnapshot, (snapshot, query) => {
    const page = selectEntries(snapshot, { ...query, limit: query.limit ?? MAX_ENTRIES_PER_PAGE })
    return new Response(JSON.stringify(toEntryCollection(page)), {
      headers: { 'Content-Type': 'application/geo+json' },
    })
  })
}
