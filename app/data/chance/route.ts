/** From where chance may draw so many businesses (`?n=`), for the test that a planner's browser runs. */
import { readCity } from '#lib/city.ts'
import { respondToChance } from '#lib/data/chance.ts'
import { readSnapshot } from '#lib/data/snapshot-cache.ts'
import { createAnonClient } from '#lib/supabase/server.ts'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return respondToChance(request, createAnonClient(), readSnapshot, readCity())
}
