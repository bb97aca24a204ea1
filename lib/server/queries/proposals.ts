/** Proposals as their senders send and see them. */
import type { ProposalState, ProposalStatus } from '#lib/core/domain/proposal.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

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
  const { created_at: created, answered_at: answered } = status
  return {
    ...status,
    created_at: toInstant(created),
    answered_at: answered && toInstant(answered),
  } as ProposalStatus
}

/** As ISO 8601 has it: backends write times in their own ways, and not every reader understands them. */
function toInstant(time: string): string {
  return new Date(time).toISOString()
}

/** Takes a proposal back; false where it is answered already or not found. */
export async function withdrawProposal(
  client: AdminClient,
  reference: string,
  tokenHash: string,
): Promise<boolean> {
  const { data, error } = await client.rpc('proposal_withdraw', {
    wanted: reference.slice(0, 40),
    token: tokenHash,
  })
  if (error) throw new Error(`The proposal cannot be withdrawn: ${error.message}`)
  return data
}

/** Answers what a moderator asked back; false where nothing is asked. */
export async function replyToQuestion(
  client: AdminClient,
  reference: string,
  tokenHash: string,
  words: string,
): Promise<boolean> {
  const { data, error } = await client.rpc('proposal_reply', {
    wanted: reference.slice(0, 40),
    token: tokenHash,
    words,
  })
  if (error) throw new Error(`The reply cannot be stored: ${error.message}`)
  return data
}

/** Spends the token of a mailed link; the reference of the confirmed proposal, or null for a spent or unknown token. */
export async function confirmProposal(client: AdminClient, tokenHash: string): Promise<string | null> {
  const { data, error } = await client.rpc('proposal_confirm', { token: tokenHash })
  if (error) throw new Error(`The proposal cannot be confirmed: ${error.message}`)
  return data
}

/** What became of a proposal that was sent: `wait_seconds` belongs to `too-many`, the reference to the first two. */
export type TakenProposal =
  | { outcome: 'stored' | 'repeated'; reference: string }
  | { outcome: 'conflict' | 'proof-needed' | 'unknown-entry' | 'unknown-photo' }
  | { outcome: 'too-many'; wait_seconds: number }

/** Stores a proposal, with its limits and its proof, in one transaction. */
export async function takeProposal(client: AdminClient, proposal: object): Promise<TakenProposal> {
  const { data, error } = await client.rpc('proposal_take', { payload: JSON.stringify(proposal) })
  if (error) throw new Error(`The proposal cannot be stored: ${error.message}`)
  const [row] = data
  if (!row) throw new Error('The proposal was neither stored nor refused.')
  return row as TakenProposal
}

/** How many proposals of a person stand in a state. */
export async function countProposals(
  client: AdminClient,
  personId: string,
  state: ProposalState,
): Promise<number> {
  const { count, error } = await client
    .from('proposals')
    .select('id', { count: 'exact', head: true })
    .eq('proposer_id', personId)
    .eq('state', state)
  if (error) throw new Error(`Earlier proposals cannot be counted: ${error.message}`)
  return count ?? 0
}
