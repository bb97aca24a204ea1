/** Why an entry is no longer shown, and which entry took its place. */
import { DEPARTURES, type Departure } from '#lib/core/domain/entry-details.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'

const LIMIT_MILLISECONDS = 1500

/** Why the entry of a slug left; null for a slug that never was public. Throws when the database does not answer. */
export async function readDeparture(client: AnonClient, slug: string): Promise<Departure | null> {
  const { data, error } = await client
    .rpc('entry_departure', { asked_slug: slug })
    .abortSignal(AbortSignal.timeout(LIMIT_MILLISECONDS))
  if (error) throw new Error(`The departure of an entry cannot be read: ${error.message}`)
  return DEPARTURES.find((known) => known === data) ?? null
}

/** The slug of the published entry into which a withdrawn one was merged. Throws when the database does not answer. */
export async function readSuccessor(client: AnonClient, slug: string): Promise<string | null> {
  const { data, error } = await client
    .rpc('entry_successor', { asked_slug: slug })
    .abortSignal(AbortSignal.timeout(LIMIT_MILLISECONDS))
  if (error) throw new Error(`The successor of an entry cannot be read: ${error.message}`)
  return data
}
