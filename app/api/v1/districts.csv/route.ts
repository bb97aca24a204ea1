/** Facts of every district as CSV. */
import { readCity } from '#lib/city.ts'
import { respondToParameters, toPreflightResponse } from '#lib/data/api-response.ts'
import { formatDistrictsCsv } from '#lib/data/districts-csv.ts'
import { toFileName, toFileResponse } from '#lib/data/export-response.ts'
import { parseNoParameters } from '#lib/data/parse-parameters.ts'
import { describeDistricts, readPlanning, toGround } from '#lib/data/planning.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  const readGround = () => readPlanning().then(toGround)
  return respondToParameters(request, readGround, parseNoParameters, (ground) => {
    const name = toFileName(readCity(), new Date(), 'districts.csv')
    const csv = formatDistrictsCsv(describeDistricts(ground), ground)
    return toFileResponse(csv, 'text/csv; charset=utf-8', name)
  })
}
