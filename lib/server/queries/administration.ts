/** What admins look at: people, mail, and what was done. The database asks for the role itself. */
import type { SessionClient } from '#lib/server/supabase/session.ts'
import { toRows } from './staff-fault.ts'

const AUDIT_PAGE_LENGTH = 50
const MAILS = 100

export async function readPeople(client: SessionClient) {
  return toRows(await client.rpc('admin_people'))
}

export async function readOutbox(client: SessionClient) {
  return toRows(await client.rpc('admin_outbox', { most: MAILS }))
}

/** Newest first, from below an id on; `next` is the id below which there is more. */
export async function readAudit(client: SessionClient, before: number | null) {
  const rows = toRows(
    await client.rpc('admin_audit', { before_id: before as number, most: AUDIT_PAGE_LENGTH + 1 }),
  )
  const records = rows.slice(0, AUDIT_PAGE_LENGTH)
  return { records, next: rows.length > AUDIT_PAGE_LENGTH ? (records.at(-1)?.id ?? null) : null }
}
