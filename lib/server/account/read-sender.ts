/** Who sends a proposal, and how much is trusted to them. */
import type { ProposalSender } from '#lib/server/proposals/submit-proposal.ts'
import { countProposals } from '#lib/server/queries/proposals.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

/** So many accepted proposals, and more of them than declined ones, widen the limit of a person. */
const TRUSTED_FROM = 3

/** Throws when the database does not answer. `personId` is null for anyone who is not signed in. */
export async function readSender(
  client: AdminClient,
  personId: string | null,
  address: string,
): Promise<ProposalSender> {
  if (personId === null) return { address, personId, isTrusted: false }
  const [accepted, declined] = await Promise.all(
    (['accepted', 'declined'] as const).map((state) => countProposals(client, personId, state)),
  )
  const isTrusted = (accepted ?? 0) >= TRUSTED_FROM && (accepted ?? 0) > (declined ?? 0)
  return { address, personId, isTrusted }
}
