/** Whether visitors can be served: the database answers and has its migrations. 503 says what is missing. */
import { findMissing } from '#lib/server/queries/readiness.ts'
import { tryAnonClient } from '#lib/server/supabase/anon-client.ts'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const missing = await findMissing(tryAnonClient())
  const body = { status: missing.length === 0 ? 'ready' : 'not ready', missing }
  return Response.json(body, {
    status: missing.length === 0 ? 200 : 503,
    headers: { 'Cache-Control': 'no-store', ...(missing.length > 0 && { 'Retry-After': '2' }) },
  })
}
