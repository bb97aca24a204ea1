/** What planning reads beside the map's snapshot, of the current version; asked for anew each time and mostly answered by 304. */
import { readGround } from '#lib/data/planning.ts'
import { respondToPlanning } from '#lib/data/planning-extract.ts'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return respondToPlanning(request, readGround)
}
