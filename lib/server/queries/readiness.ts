/** What the app still needs before it can serve an entry. */
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'

export type Missing = 'configuration' | 'database' | 'migrations'

const LIMIT_MILLISECONDS = 1500
/** PostgREST's and PostgreSQL's words for a table that is not there. */
const NO_TABLE = new Set(['PGRST205', '42P01'])

/** Asks for one row within 1.5 s; an empty list means ready. The client is null where there is no configuration. */
export async function findMissing(client: AnonClient | null): Promise<Missing[]> {
  if (!client) return ['configuration']
  const { data, error } = await client
    .from('publication')
    .select('version')
    .abortSignal(AbortSignal.timeout(LIMIT_MILLISECONDS))
  if (error) return [NO_TABLE.has(error.code) ? 'migrations' : 'database']
  return data.length === 1 ? [] : ['migrations']
}
