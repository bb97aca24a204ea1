/** Groups of published businesses as outlines with their facts. */
import { answerAreas } from '#lib/server/interface/analysis-answers.ts'
import { parseAreasQuery } from '#lib/server/interface/analysis-query.ts'
import { respondToParameters, toPreflightResponse } from '#lib/server/interface/api-response.ts'
import { readGround } from '#lib/server/published/planning-cache.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToParameters(request, readGround, parseAreasQuery, (ground, query) =>
    answerAreas(ground.snapshot, query, ground),
  )
}
