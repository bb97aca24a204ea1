/** Messages to those who offer a space, by their id. */
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

export type NewInterest = {
  id: string
  slug: string
  email: string
  name: string | null
  message: string
  shares_address: boolean
  locale: string
  confirm_path: string
}

/** False where the space cannot be written to. */
export async function addInterest(client: AdminClient, interest: NewInterest): Promise<boolean> {
  const { data, error } = await client.rpc('interest_submit', { payload: JSON.stringify(interest) })
  if (error) throw new Error(`The message cannot be stored: ${error.message}`)
  return Boolean(data)
}

/** Sends the message on, once; false for one that has been sent or has gone. `reply_paths` are by language. */
export async function sendInterestOn(
  client: AdminClient,
  id: string,
  sending: { operator: string; reply_paths: Record<string, string> },
): Promise<boolean> {
  const { data, error } = await client.rpc('interest_confirm', {
    interest: id,
    payload: JSON.stringify(sending),
  })
  if (error) throw new Error(`The message cannot be sent on: ${error.message}`)
  return data !== null
}

/** Null for a message that has gone. */
export async function findInterest(
  client: AdminClient,
  id: string,
): Promise<{ space: string; name: string | null; message: string } | null> {
  const { data, error } = await client.rpc('interest_read', { interest: id })
  if (error) throw new Error(`The message cannot be read: ${error.message}`)
  return data[0] ?? null
}

/** Throws for a message that has gone, too. */
export async function replyToInterest(client: AdminClient, id: string, words: string): Promise<void> {
  const { data, error } = await client.rpc('interest_reply', { interest: id, words })
  if (error || !data) throw new Error(`The answer cannot be sent: ${error?.message ?? 'it has gone'}`)
}
