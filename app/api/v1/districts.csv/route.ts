/** Facts of every district as CSV. */
import { readCity } from '#lib/city.ts'
import { respondToParameters, toPreflightResponse } from '#lib/data/api-response.ts'
import { formatDistrictsCsv } from '#lib/data/districts-csv.ts'
import { toFileName, toFileResponse } from '#lib/data/export-response.ts'
import { parseNoParameters } from '#lib/data/parse-parameters.ts'
import { readGround } from '#lib/data/planning.ts'
import { describeDistricts } from '#lib/geo/planning-ground.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToParameters(request, readGround, parseNoParameters, (ground) => {
    const name = toFileName(readCity(), new Date(), 'districts.csv')
    const csv = formatDistrictsCsv(describeDistricts(ground, ground.outlines), ground)
    return toFileResponse(csv, 'text/csv; charset=utf-8', name)
  })
}
