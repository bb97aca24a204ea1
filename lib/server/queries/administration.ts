/** What admins look at: people, mail, and what was done. The database asks for the role itself. */
import type { Role } from '#lib/core/domain/role.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'
import { toRows, toStaffFault } from './staff-fault.ts'

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

/** What became of it as the database says it (`last admin` is refused there), or why the person may not. */
export async function setPersonRole(client: SessionClient, person: string, role: Role) {
  const { data, error } = await client.rpc('admin_set_role', { person, new_role: role })
  return error ? toStaffFault(error) : data
}

/** Gives an address a role, at its next sign-in where it has no account yet; `set` where it has one. */
export async function promiseRole(client: AdminClient, address: string, role: Role): Promise<string> {
  const { data, error } = await client.rpc('promise_role', { address, new_role: role })
  if (error) throw new Error(`The role cannot be given: ${error.message}`)
  return data
}
