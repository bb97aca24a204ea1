/** Asks by mail whether spaces are still free; the answer is one press of a button on the page behind the link. */
import { createToken, hashToken } from '#lib/server/proposals/reference.ts'
import type { AdminClient } from '#lib/server/supabase/admin.ts'

const SPACES_AT_ONCE = 50

/** Returns how many were asked. Of several servers at once, one asks about each space. */
export async function askOfferers(client: AdminClient, months: number): Promise<number> {
  const { data: spaces, error } = await client.rpc('confirmations_due', { months, most: SPACES_AT_ONCE })
  if (error) throw new Error(`Spaces to be confirmed cannot be read: ${error.message}`)
  let asked = 0
  for (const space of spaces) {
    const token = createToken()
    const { data, error: refused } = await client.rpc('confirmation_ask', {
      space,
      token: hashToken(token),
      path: `/confirm?token=${token}`,
    })
    if (refused) throw new Error(`An offerer cannot be asked: ${refused.message}`)
    if (data) asked += 1
  }
  return asked
}
