/** Removes what has served its purpose: limits, mails, links, messages, and addresses of those who offered a space. */
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

/** Tries everything, and throws when the database refused a part. */
export async function purgeExpired(client: AdminClient): Promise<void> {
  const { error } = await client.rpc('purge_expired')
  const { error: kept } = await client.rpc('purge_interests')
  const { error: known } = await client.rpc('purge_offerers')
  const fault = error ?? kept ?? known
  if (fault) throw new Error(`Nothing could be removed: ${fault.message}`)
}
