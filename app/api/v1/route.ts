/** The public interface's own description: addresses, limits, licences, counts. */
import { respondFromSnapshot, toPreflightResponse } from '#lib/server/interface/api-response.ts'
import { describeInterface } from '#lib/server/interface/describe-interface.ts'
import { OPENAPI_LINK } from '#lib/server/interface/openapi/describe-openapi.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondFromSnapshot(request, readSnapshot, (snapshot) =>
    Response.json(describeInterface(snapshot), { headers: { Link: OPENAPI_LINK } }),
  )
}
