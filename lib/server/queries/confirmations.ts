/** The question to an offerer whether a space is still free. */
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'

export type AskedSpace = { slug: string; space: string; state: string }

/** Null for a link that was used, has ended or never was. Changes nothing. */
export async function readConfirmation(client: AdminClient, tokenHash: string): Promise<AskedSpace | null> {
  const { data, error } = await client.rpc('confirmation_read', { token: tokenHash })
  if (error) throw new Error(`The question cannot be read: ${error.message}`)
  return data[0] ?? null
}

/** Spends the link; the slug of the space, or null as above. */
export async function answerConfirmation(
  client: AdminClient,
  tokenHash: string,
  isVacant: boolean,
): Promise<string | null> {
  const { data, error } = await client.rpc('confirmation_answer', { token: tokenHash, is_vacant: isVacant })
  if (error) throw new Error(`The answer cannot be stored: ${error.message}`)
  return data
}

/** The ids of up to `most` spaces that nobody has confirmed for so many months. */
export async function findSpacesToConfirm(client: AdminClient, months: number, most: number) {
  const { data, error } = await client.rpc('confirmations_due', { months, most })
  if (error) throw new Error(`Spaces to be confirmed cannot be read: ${error.message}`)
  return data
}

/** Sends the question with a link that is spent by its answer; false where another server has asked. */
export async function askForConfirmation(
  client: AdminClient,
  space: string,
  { tokenHash, path }: { tokenHash: string; path: string },
): Promise<boolean> {
  const { data, error } = await client.rpc('confirmation_ask', { space, token: tokenHash, path })
  if (error) throw new Error(`An offerer cannot be asked: ${error.message}`)
  return Boolean(data)
}
