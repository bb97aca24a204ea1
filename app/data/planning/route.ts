/** What planning reads beside the map's snapshot, of the current version; asked for again each time and mostly answered by 304. */

import { respondToPlanning } from '#lib/server/interface/planning-extract.ts'
import { readGround } from '#lib/server/published/planning-cache.ts'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return respondToPlanning(request, readGround)
}
