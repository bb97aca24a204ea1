/** What belongs to the signed-in person. */
import type { ProposalState, ProposalType } from '#lib/domain/proposal.ts'
import type { SessionClient } from '#lib/supabase/session.ts'
import { toRows } from './staff-fault.ts'

const PROPOSALS = 200

/** The own proposals, newest first. */
export async function readOwnProposals(client: SessionClient) {
  const rows = toRows(
    await client
      .from('proposals')
      .select('reference, type, kind, state, answer, question, created_at, answered_at')
      .order('created_at', { ascending: false })
      .limit(PROPOSALS),
  )
  return rows.map((row) => ({
    ...row,
    type: row.type as ProposalType,
    state: row.state as ProposalState,
  }))
}
