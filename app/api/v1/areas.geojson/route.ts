/** Groups of published businesses as outlines. */
import { answerAreas } from '#lib/data/analysis-answers.ts'
import { parseAreasQuery } from '#lib/data/analysis-query.ts'
import { respondToParameters, toPreflightResponse } from '#lib/data/api-response.ts'
import { readSnapshot } from '#lib/data/snapshot-cache.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToParameters(request, readSnapshot, parseAreasQuery, answerAreas)
}
