/** Facts of every district as CSV. */

import { describeDistricts } from '#lib/core/geo/areas/planning-ground.ts'
import { readCity } from '#lib/server/city.ts'
import { respondToParameters, toPreflightResponse } from '#lib/server/interface/api-response.ts'
import { formatDistrictsCsv } from '#lib/server/interface/districts-csv.ts'
import { toFileName, toFileResponse } from '#lib/server/interface/export-response.ts'
import { parseNoParameters } from '#lib/server/interface/parse-parameters.ts'
import { readGround } from '#lib/server/published/planning-cache.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToParameters(request, readGround, parseNoParameters, (ground) => {
    const name = toFileName(readCity(), new Date(), 'districts.csv')
    const csv = formatDistrictsCsv(describeDistricts(ground, ground.outlines), ground)
    return toFileResponse(csv, 'text/csv; charset=utf-8', name)
  })
}
