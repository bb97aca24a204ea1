/** What belongs to the signed-in person. */
import { type Kind, SHOWN_SPACE_STATES, type SpaceState } from '#lib/core/domain/entry.ts'
import type { ProposalState, ProposalType } from '#lib/core/domain/proposal.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'
import { toRows } from './staff-fault.ts'

const PROPOSALS = 200

/** The own proposals, newest first, each with the id of its entry where there is one. */
export async function readProposalsOfPerson(client: SessionClient) {
  const rows = toRows(
    await client
      .from('proposals')
      .select(
        'reference, type, kind, state, answer, question, created_at, answered_at, business_id, space_id',
      )
      .order('created_at', { ascending: false })
      .limit(PROPOSALS),
  )
  return rows.map(({ business_id, space_id, ...row }) => ({
    ...row,
    entryId: business_id ?? space_id,
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

/** Everything kept of the person, as JSON; null where the database does not answer. */
export async function readMyData(client: SessionClient): Promise<string | null> {
  const { data } = await client.rpc('my_data')
  return data
}

/** `lastAdmin`: somebody has to be left who can give roles. */
export async function deleteMyAccount(client: SessionClient): Promise<'deleted' | 'lastAdmin' | 'failed'> {
  const { data, error } = await client.rpc('delete_me')
  if (error) return 'failed'
  return data ? 'deleted' : 'lastAdmin'
}
