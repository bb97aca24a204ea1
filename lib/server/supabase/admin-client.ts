/**
 * The client with the secret key, past row level security: for commands and for the few server steps that need it. The
 * key stays in the server's environment; a build names what would bring this file to a browser.
 */
import 'server-only'
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import type { Database } from './database.types.ts'
import { readSupabaseEnv, type SupabaseEnv } from './env.ts'
import { createTimedFetch } from './fetch.ts'

export type AdminClient = SupabaseClient<Database>

/** A batch of an import is one transaction and may take its time. */
const LIMIT_MILLISECONDS = 60_000

/** Every call ends within 60 s; throws when the environment names no database. */
export function createAdminClient(
  { url, secretKey }: Pick<SupabaseEnv, 'url' | 'secretKey'> = readSupabaseEnv(),
): AdminClient {
  return createClient<Database>(url, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: createTimedFetch(LIMIT_MILLISECONDS) },
    // It would repeat a failed reading three times, each with the whole limit, and nobody waits that long.
    db: { retry: false },
  })
}
