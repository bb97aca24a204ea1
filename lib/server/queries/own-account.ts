/** What belongs to the signed-in person. */
import { type Kind, SHOWN_SPACE_STATES, type SpaceState } from '#lib/core/domain/entry.ts'
import type { ProposalState, ProposalType } from '#lib/core/domain/proposal.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import type { SessionClient } from '#lib/server/supabase/session.ts'
import { toRows } from './staff-fault.ts'

const PROPOSALS = 200

/** The own proposals, newest first, each with the slug of its entry where that is on the map. */
export async function readOwnProposals(client: SessionClient) {
  const rows = toRows(
    await client
      .from('proposals')
      .select(
        'reference, type, kind, state, answer, question, created_at, answered_at, business_id, space_id',
      )
      .order('created_at', { ascending: false })
      .limit(PROPOSALS),
  )
  const snapshot = await readSnapshot().catch(() => null)
  const slugs = new Map(snapshot?.entries.map(({ id, slug }) => [id, slug]))
  return rows.map((row) => ({
    ...row,
    slug: slugs.get(row.business_id ?? row.space_id ?? '') ?? null,
    type: row.type as ProposalType,
    state: row.state as ProposalState,
  }))
}

/** Entries that came from own proposals and spaces offered under the own address, newest first. */
export async function readOwnEntries(client: SessionClient) {
  const rows = toRows(await client.rpc('my_entries'))
  return rows.map((row) => ({
    ...row,
    kind: row.kind as Kind,
    state: row.state as SpaceState | null,
    isOnMap:
      row.status === 'published' &&
      (row.kind === 'business' || SHOWN_SPACE_STATES.some((state) => state === row.state)),
  }))
}
