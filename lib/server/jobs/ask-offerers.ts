/** Asks by mail whether spaces are still free; the answer is one press of a button on the page behind the link. */
import { createToken, hashToken } from '#lib/server/proposals/reference.ts'
import { askForConfirmation, findSpacesToConfirm } from '#lib/server/queries/confirmations.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

const SPACES_AT_ONCE = 50

/** Returns how many were asked. Of several servers at once, one asks about each space. */
export async function askOfferers(client: AdminClient, months: number): Promise<number> {
  let asked = 0
  for (const space of await findSpacesToConfirm(client, months, SPACES_AT_ONCE)) {
    const token = createToken()
    const link = { tokenHash: hashToken(token), path: `/confirm?token=${token}` }
    if (await askForConfirmation(client, space, link)) asked += 1
  }
  return asked
}
