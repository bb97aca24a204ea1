/** Entries as staff see and change them. Every function of the database asks for the role itself; the client is that of the person. */
import type { Kind } from '#lib/core/domain/entry.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'
import type { QueuePlace } from './moderation.ts'
import { toRows, toStaffFault } from './staff-fault.ts'
import { parseStoredValues, type StoredValues } from './stored-values.ts'

const HISTORY_LENGTH = 50
const NEARBY = 6
const ENTRIES = 50

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

export type StaffEntry = { kind: Kind; slug: string; fields: StoredValues }

export async function readStaffEntry(client: SessionClient, slug: string): Promise<StaffEntry | null> {
  const [row] = toRows(await client.rpc('staff_entry', { wanted: slug }))
  return row ? { kind: row.kind as Kind, slug, fields: parseStoredValues(row.entry) } : null
}

/** What each source of an entry brought last. */
export async function readSourceDifferences(client: SessionClient, slug: string) {
  const rows = toRows(await client.rpc('staff_source_differences', { wanted: slug }))
  return rows.map(({ source_key, last_imported }) => ({
    source: source_key,
    lastImported: parseStoredValues(last_imported),
  }))
}

export type Revision = { at: string; actor: string | null; before: StoredValues | null; after: StoredValues }

export async function readHistory(client: SessionClient, kind: Kind, slug: string): Promise<Revision[]> {
  const rows = toRows(await client.rpc('staff_history', { entry_kind: kind, wanted: slug }))
  return rows.slice(0, HISTORY_LENGTH).map(({ at, actor, before, after }) => ({
    at,
    actor,
    before: before ? parseStoredValues(before) : null,
    after: parseStoredValues(after),
  }))
}

/** Who offers a space; null where nobody is known. */
export async function readOfferer(client: SessionClient, slug: string) {
  return toRows(await client.rpc('staff_offerer', { wanted: slug }))[0] ?? null
}

/** What became of a change: `row` is null for an unknown entry. */
export async function saveStaffEntry(
  client: SessionClient,
  change: { kind: Kind; slug: string | null; updated_at: unknown; fields: object },
) {
  const { data, error } = await client.rpc('staff_save_entry', { payload: JSON.stringify(change) })
  return error ? { fault: toStaffFault(error) } : { fault: null, row: data[0] ?? null }
}

/** Takes the entry `remove` into `keep`, both by slug; false where one of them is not there. */
export async function mergeStaffEntries(
  client: SessionClient,
  merge: { kind: unknown; keep: string; remove: string | undefined },
) {
  const { data, error } = await client.rpc('staff_merge', { payload: JSON.stringify(merge) })
  return error ? { fault: toStaffFault(error) } : { fault: null, isMerged: Boolean(data) }
}

/** Without an address nobody offers the space; false for an unknown one. */
export async function saveOfferer(
  client: SessionClient,
  offerer: { slug: string; name: string | null; email: string | null; locale: string },
) {
  const { data, error } = await client.rpc('staff_set_offerer', { payload: JSON.stringify(offerer) })
  return error ? { fault: toStaffFault(error) } : { fault: null, isSaved: Boolean(data) }
}
