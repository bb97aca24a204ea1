/** Proposals as their senders see them. */
import type { ProposalStatus } from '#lib/core/domain/proposal.ts'
import type { AdminClient } from '#lib/server/supabase/admin.ts'

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
