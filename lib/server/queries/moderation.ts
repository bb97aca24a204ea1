/** What moderators look at. Every function of the database asks for the role itself; the client is that of the person. */
import { z } from 'zod'
import type { Kind } from '#lib/core/domain/entry.ts'
import type { ProposalState, ProposalType } from '#lib/core/domain/proposal.ts'
import type { SessionClient } from '#lib/server/supabase/session.ts'
import { toRows } from './staff-fault.ts'

export const QUEUE_PAGE_LENGTH = 50
const HISTORY_LENGTH = 50
const NEARBY = 6
const ENTRIES = 50

/** A value of an entry's column, as JSON has it. */
export type Value = string | number | boolean | null | readonly string[]
export type Fields = Readonly<Record<string, Value>>

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
/** Columns that hold anything else (places in binary form) are left out. */
const fields = z.record(z.string(), z.unknown()).transform((all) =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, one]) => {
      const read = value.safeParse(one)
      return read.success ? [[name, read.data] as const] : []
    }),
  ),
)

export type StaffProposal = {
  reference: string
  type: ProposalType
  kind: Kind
  state: ProposalState
  revision: number
  payload: Fields
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

/** Who offers a space; null where nobody is known. */
export async function readOfferer(client: SessionClient, slug: string) {
  return toRows(await client.rpc('staff_offerer', { wanted: slug }))[0] ?? null
}

export async function readCounts(client: SessionClient) {
  return toRows(await client.rpc('staff_counts'))[0] ?? { proposals: 0, candidates: 0 }
}

/** As a page of the queue; the slug stands where proposals have their reference. */
export async function readCandidates(client: SessionClient, after: QueuePlace | null, length: number) {
  const rows = toRows(
    await client.rpc('staff_candidates', {
      after_created: (after?.created ?? null) as string,
      after_slug: (after?.reference ?? null) as string,
      most: length + 1,
    }),
  )
  const candidates = rows.slice(0, length)
  const last = rows.length > length ? candidates.at(-1) : undefined
  return { candidates, next: last ? { created: last.created_at, reference: last.slug } : null }
}

export async function readStaffNearby(client: SessionClient, { lng, lat }: { lng: number; lat: number }) {
  return toRows(await client.rpc('staff_nearby', { lng, lat, most: NEARBY }))
}

export async function findStaffEntries(client: SessionClient, words: string) {
  return toRows(await client.rpc('staff_entries', { words, most: ENTRIES }))
}

const IMPORT_RUNS = 50
const counts = z.record(z.string(), z.number()).catch({})

/** Imports by command or page, newest first; of their counts those that are not there are none. */
export async function readImportRuns(client: SessionClient) {
  const rows = toRows(
    await client.rpc('staff_import_runs', { before: null as unknown as string, most: IMPORT_RUNS }),
  )
  return rows.map((row) => ({ ...row, counts: counts.parse(JSON.parse(row.counts)) }))
}

export type StaffEntry = { kind: Kind; slug: string; fields: Fields }

export async function readStaffEntry(client: SessionClient, slug: string): Promise<StaffEntry | null> {
  const [row] = toRows(await client.rpc('staff_entry', { wanted: slug }))
  return row ? { kind: row.kind as Kind, slug, fields: fields.parse(JSON.parse(row.entry)) } : null
}

/** What each source of an entry said last. */
export async function readSourceSays(client: SessionClient, slug: string) {
  const rows = toRows(await client.rpc('staff_source_says', { wanted: slug }))
  return rows.map(({ source_key, said }) => ({ source: source_key, said: fields.parse(JSON.parse(said)) }))
}

export type Revision = { at: string; actor: string | null; before: Fields | null; after: Fields }

export async function readHistory(client: SessionClient, kind: Kind, slug: string): Promise<Revision[]> {
  const rows = toRows(await client.rpc('staff_history', { entry_kind: kind, wanted: slug }))
  return rows.slice(0, HISTORY_LENGTH).map(({ at, actor, before, after }) => ({
    at,
    actor,
    before: before ? fields.parse(JSON.parse(before)) : null,
    after: fields.parse(JSON.parse(after)),
  }))
}

function toProposal(row: { payload: string } & Record<string, unknown>): StaffProposal {
  return { ...row, payload: fields.parse(JSON.parse(row.payload)) } as StaffProposal
}
