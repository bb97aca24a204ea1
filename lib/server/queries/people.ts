/** Who is signed in, and as what. */
import { type Person, ROLES } from '#lib/core/domain/role.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'

/** Null for a visitor without a session, and for one whose account is gone. */
export async function readPerson(client: SessionClient): Promise<Person | null> {
  const { data } = await client.auth.getUser()
  if (!data.user?.email) return null
  const { data: profile } = await client
    .from('profiles')
    .select('role')
    .eq('user_id', data.user.id)
    .maybeSingle()
  const role = ROLES.find((known) => known === profile?.role)
  return role ? { id: data.user.id, email: data.user.email, role } : null
}
