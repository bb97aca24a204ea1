/** What the page of a person's own account shows. */
import { readOwnProposals } from '#lib/server/account/own-proposals.ts'
import { toStatusPath } from '#lib/server/proposals/reference.ts'
import { readOwnEntries } from '#lib/server/queries/own-account.ts'
import { readSupabaseEnv } from '#lib/server/supabase/env.ts'
import { createSessionClient } from '#lib/server/supabase/session-client.ts'

/** Newest first; each proposal with the path of its page in a language. */
export async function loadAccount(locale: string) {
  const client = await createSessionClient()
  const { secretKey } = readSupabaseEnv()
  const [proposals, entries] = await Promise.all([readOwnProposals(client), readOwnEntries(client)])
  return {
    entries,
    proposals: proposals.map((proposal) => ({
      ...proposal,
      statusPath: toStatusPath(locale, proposal.reference, secretKey),
    })),
  }
}

export type OwnAccountData = Awaited<ReturnType<typeof loadAccount>>
