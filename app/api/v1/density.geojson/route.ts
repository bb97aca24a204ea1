/** Density of published businesses as cells. */
import { answerDensity } from '#lib/data/analysis-answers.ts'
import { parseDensityQuery } from '#lib/data/analysis-query.ts'
import { respondToParameters, toPreflightResponse } from '#lib/data/api-response.ts'
import { readSnapshot } from '#lib/data/snapshot-cache.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToParameters(request, readSnapshot, parseDensityQuery, answerDensity)
}
