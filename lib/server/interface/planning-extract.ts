/** What planning reads beside the snapshot, as JSON. */
import { toExtract } from '#lib/core/geo/areas/planning-ground.ts'
import type { Ground } from '#lib/server/published/planning-cache.ts'
import { toUnavailableResponse, toValidatedResponse } from '#lib/server/published/snapshot-response.ts'
import { toFaultsResponse } from './api-response.ts'
import { parseNoParameters } from './parse-parameters.ts'

/** 400 for any parameter; 503 where the database does not answer. */
export async function respondToPlanning(request: Request, read: () => Promise<Ground>): Promise<Response> {
  const { query, faults } = parseNoParameters(new URL(request.url).searchParams)
  if (!query) return toFaultsResponse(faults)
  try {
    const ground = await read()
    const extract = toExtract(ground, ground.version)
    // The facts count from today, so that yesterday's answer is another.
    return toValidatedResponse(request, `${ground.version}-${extract.today}`, extract)
  } catch (fault) {
    console.error(fault)
    return toUnavailableResponse()
  }
}
