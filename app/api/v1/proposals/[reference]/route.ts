/** How a proposal stands, for anyone who has its link. */

import { toProblem } from '#lib/server/proposals/proposal-response.ts'
import { hashToken } from '#lib/server/proposals/reference.ts'
import { readProposalStatus } from '#lib/server/queries/proposals.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ reference: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { reference } = await params
  const token = new URL(request.url).searchParams.get('token') ?? ''
  try {
    const status = await readProposalStatus(createAdminClient(), reference, hashToken(token))
    return status
      ? Response.json(status, { headers: { 'Cache-Control': 'no-store' } })
      : toProblem(404, 'de', 'notFound')
  } catch (fault) {
    console.error(fault)
    return toProblem(503, 'de', 'unavailable', {}, { 'Retry-After': '5' })
  }
}
