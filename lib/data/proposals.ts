/** Proposals as their senders see them. */
import type { ProposalState, ProposalType } from '#lib/domain/proposal.ts'
import type { AdminClient } from '#lib/supabase/admin.ts'

export type ProposalStatus = {
  reference: string
  type: ProposalType
  kind: 'business' | 'space'
  state: ProposalState
  awaits_confirmation: boolean
  answer: string
  question: string
  created_at: string
  answered_at: string | null
  entry_slug: string | null
}

/** Null for an unknown reference and for a wrong token alike; throws when the database does not answer. */
export async function readProposalStatus(
  client: AdminClient,
  reference: string,
  tokenHash: string,
): Promise<ProposalStatus | null> {
  const { data, error } = await client.rpc('proposal_read', {
    wanted: reference.slice(0, 40),
    token: tokenHash,
  })
  if (error) throw new Error(`The proposal cannot be read: ${error.message}`)
  const [row] = data
  if (!row) return null
  const { revision: _, ...status } = row
  return status as ProposalStatus
}
