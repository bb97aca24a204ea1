/** A person's proposals with the entries that came of them. */
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { readProposalsOfPerson } from '#lib/server/queries/own-account.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'

/** The own proposals, newest first, each with the slug of its entry where that is on the map. */
export async function readOwnProposals(client: SessionClient) {
  const proposals = await readProposalsOfPerson(client)
  const snapshot = await readSnapshot().catch(() => null)
  const slugs = new Map(snapshot?.entries.map(({ id, slug }) => [id, slug]))
  return proposals.map((proposal) => ({ ...proposal, slug: slugs.get(proposal.entryId ?? '') ?? null }))
}
