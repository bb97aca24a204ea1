/** From where chance may draw so many businesses (`?n=`), for the test that a planner's browser runs. */
import { readCity } from '#lib/server/city.ts'
import { respondToChance } from '#lib/server/interface/chance.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { createAnonClient } from '#lib/server/supabase/anon-client.ts'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return respondToChance(request, createAnonClient(), readSnapshot, readCity())
}
