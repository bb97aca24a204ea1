/** The queue of proposals and what is decided on them. Every function of the database asks for the role itself; the client is that of the person. */
import type { Kind } from '#lib/core/domain/entry.ts'
import type { ProposalState, ProposalType } from '#lib/core/domain/proposal.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'
import { toRows, toStaffFault } from './staff-fault.ts'
import { parseStoredValues, type StoredValues } from './stored-values.ts'

export const QUEUE_PAGE_LENGTH = 50

export type StaffProposal = {
  reference: string
  type: ProposalType
  kind: Kind
  state: ProposalState
  revision: number
  payload: StoredValues
  note: string
  question: string
  answer: string
  locale: 'de' | 'en'
  lng: number | null
  lat: number | null
  entry_slug: string | null
  entry_name: string | null
  has_contact: boolean
  created_at: string
  updated_at: string
  decided_by: string | null
}

/** Where a page of the queue begins: after the last row of the one before. */
export type QueuePlace = { created: string; reference: string }

/** One row more than a page is asked for, so that one knows whether there is a next page. */
export async function readQueue(
  client: SessionClient,
  state: string | null,
  after: QueuePlace | null,
  length: number,
): Promise<{ proposals: StaffProposal[]; next: QueuePlace | null }> {
  const rows = toRows(
    await client.rpc('staff_proposals', {
      wanted_state: state as string,
      after_created: (after?.created ?? null) as string,
      after_reference: (after?.reference ?? null) as string,
      most: length + 1,
    }),
  )
  const proposals = rows.slice(0, length).map(toProposal)
  const last = rows.length > length ? proposals.at(-1) : undefined
  return { proposals, next: last ? { created: last.created_at, reference: last.reference } : null }
}

/** Null for a reference that there is not, or whose sender has not confirmed it yet. */
export async function readProposal(client: SessionClient, reference: string): Promise<StaffProposal | null> {
  const [row] = toRows(await client.rpc('staff_proposal', { wanted: reference }))
  return row ? toProposal(row) : null
}

export async function readContact(client: SessionClient, reference: string) {
  return toRows(await client.rpc('staff_contact', { wanted: reference }))[0] ?? null
}

export async function readCounts(client: SessionClient) {
  return toRows(await client.rpc('staff_counts'))[0] ?? { proposals: 0, candidates: 0 }
}

function toProposal(row: { payload: string } & Record<string, unknown>): StaffProposal {
  return { ...row, payload: parseStoredValues(row.payload) } as StaffProposal
}

/** What a moderator's decision came to: the row of a decision or a conflict, null for an unknown proposal, or why it was refused. */
export async function decideProposal(client: SessionClient, decision: object) {
  const { data, error } = await client.rpc('staff_decide', { payload: JSON.stringify(decision) })
  return error ? { fault: toStaffFault(error) } : { fault: null, row: data[0] ?? null }
}
