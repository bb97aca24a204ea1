/** The public interface as OpenAPI. */
import { respondToParameters, toPreflightResponse } from '#lib/server/interface/api-response.ts'
import { OPENAPI_FILE } from '#lib/server/interface/openapi/describe-openapi.ts'
import { parseNoParameters } from '#lib/server/interface/parse-parameters.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse

export function GET(request: Request): Promise<Response> {
  return respondToParameters(
    request,
    async () => OPENAPI_FILE,
    parseNoParameters,
    ({ text }) => new Response(text, { headers: { 'Content-Type': 'application/vnd.oai.openapi+json' } }),
  )
}
