/** All published entries that match as one GeoJSON file, as a stream, unless a limit is given. */
import { readCity } from '#lib/city.ts'
import { respondToQuery, toPreflightResponse } from '#lib/data/api-response.ts'
import { streamGeoJson } from '#lib/data/entries-geojson.ts'
import { toFileName, toFileResponse } from '#lib/data/export-response.ts'
import { selectEntries } from '#lib/data/select-entries.ts'
import { readSnapshot } from '#lib/data/snapshot-cache.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToQuery(request, readSnapshot, (snapshot, query) => {
    const file = streamGeoJson(selectEntries(snapshot, query), snapshot.sources)
    return toFileResponse(file, 'application/geo+json', toFileName(readCity(), new Date(), 'geojson'))
  })
}
