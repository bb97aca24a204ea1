/** Published entries as CSV: all that match, as a stream, unless a limit is given. */
import { readCity } from '#lib/server/city.ts'
import { respondToQuery, toPreflightResponse } from '#lib/server/interface/api-response.ts'
import { streamCsv } from '#lib/server/interface/entries-csv.ts'
import { toFileName, toFileResponse } from '#lib/server/interface/export-response.ts'
import { selectEntries } from '#lib/server/interface/select-entries.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToQuery(request, readSnapshot, (snapshot, query) => {
    const file = streamCsv(selectEntries(snapshot, query).page)
    return toFileResponse(file, 'text/csv; charset=utf-8', toFileName(readCity(), new Date(), 'csv'))
  })
}
