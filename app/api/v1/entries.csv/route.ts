/** Published entries as CSV: all that match, as a stream, unless a limit is given. */
import { respondToQuery, toPreflightResponse } from '#lib/data/api-response.ts'
import { streamCsv } from '#lib/data/entries-csv.ts'
import { selectEntries } from '#lib/data/select-entries.ts'
import { readSnapshot } from '#lib/data/snapshot-cache.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToQuery(request, readSnapshot, (snapshot, query) => {
    return new Response(streamCsv(selectEntries(snapshot, query).page), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="entries.csv"',
      },
    })
  })
}
