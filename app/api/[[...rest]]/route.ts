/** Every address that the public interface does not have. */
import { toPreflightResponse, toUnknownAddressResponse } from '#lib/server/interface/api-response.ts'

export const dynamic = 'force-dynamic'
export const OPTIONS = toPreflightResponse
export const GET = toUnknownAddressResponse
