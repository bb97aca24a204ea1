/** The version of all that is published, and whether it is the demonstration. */
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'

export type Publication = { version: number; demonstration: boolean }

/** Reads the version; throws when the database does not answer. */
export async function readPublication(client: AnonClient): Promise<Publication> {
  const { data, error } = await client.from('publication').select('version, demonstration').single()
  if (error) throw new Error(`The publication's version cannot be read: ${error.message}`)
  return data
}
