/** A challenge for the proof of work that a proposal needs. */
import { issueChallenge } from '#lib/server/guard/proof-of-work.ts'
import { readSupabaseEnv } from '#lib/server/supabase/env.ts'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const challenge = await issueChallenge(readSupabaseEnv().secretKey)
  return Response.json(challenge, {
    headers: { 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' },
  })
}
