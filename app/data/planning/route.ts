/** What planning reads beside the map's snapshot, of the current version; asked for anew each time and mostly answered by 304. */
import { readPlanning, toGround } from '#lib/data/planning.ts'
import { toUnavailableResponse, toValidatedResponse } from '#lib/data/snapshot-response.ts'
import { toExtract } from '#lib/geo/planning-ground.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  try {
    const planning = await readPlanning()
    const extract = toExtract(toGround(planning), planning.version)
    // The facts count from today, so that yesterday's answer is another.
    return toValidatedResponse(request, `${planning.version}-${extract.today}`, extract)
  } catch (fault) {
    console.error(fault)
    return toUnavailableResponse()
  }
}
