/** Groups of published businesses as outlines with their facts. */
import { answerAreas } from '#lib/data/analysis-answers.ts'
import { parseAreasQuery } from '#lib/data/analysis-query.ts'
import { respondToParameters, toPreflightResponse } from '#lib/data/api-response.ts'
import { readGround } from '#lib/data/planning.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToParameters(request, readGround, parseAreasQuery, (ground, query) =>
    answerAreas(ground.snapshot, query, ground),
  )
}
