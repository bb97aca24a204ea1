/** The invented people of the demonstration. */
import type { Role } from '#lib/core/domain/role.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

/** The code last sent to the invented person of a role, whose profile is given that role; null where the demonstration has ended. */
export async function readDemonstrationCode(client: AdminClient, role: Role): Promise<string | null> {
  const { data } = await client.rpc('demonstration_code', { person_role: role })
  return data?.[0]?.code || null
}
