/** All published entries that match as one GeoJSON file, as a stream, unless a limit is given. */
import { readCity } from '#lib/server/city.ts'
import { respondToQuery, toPreflightResponse } from '#lib/server/interface/api-response.ts'
import { streamGeoJson } from '#lib/server/interface/entries-geojson.ts'
import { toFileName, toFileResponse } from '#lib/server/interface/export-response.ts'
import { selectEntries } from '#lib/server/interface/select-entries.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToQuery(request, readSnapshot, (snapshot, query) => {
    const file = streamGeoJson(selectEntries(snapshot, query), snapshot.sources)
    return toFileResponse(file, 'application/geo+json', toFileName(readCity(), new Date(), 'geojson'))
  })
}
