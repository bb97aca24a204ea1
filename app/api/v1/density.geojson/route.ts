/** Density of published businesses as cells. */
import { answerDensity } from '#lib/server/interface/analysis-answers.ts'
import { parseDensityQuery } from '#lib/server/interface/analysis-query.ts'
import { respondToParameters, toPreflightResponse } from '#lib/server/interface/api-response.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToParameters(request, readSnapshot, parseDensityQuery, answerDensity)
}
