/** Published entries as CSV: all that match, as a stream, unless a limit is given. */
import { readCity } from '#lib/city.ts'
import { respondToQuery, toPreflightResponse } from '#lib/data/api-response.ts'
import { streamCsv } from '#lib/data/entries-csv.ts'
import { toFileName, toFileResponse } from '#lib/data/export-response.ts'
import { selectEntries } from '#lib/data/select-entries.ts'
import { readSnapshot } from '#lib/data/snapshot-cache.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToQuery(request, readSnapshot, (snapshot, query) => {
    const file = streamCsv(selectEntries(snapshot, query).page)
    return toFileResponse(file, 'text/csv; charset=utf-8', toFileName(readCity(), new Date(), 'csv'))
  })
}
