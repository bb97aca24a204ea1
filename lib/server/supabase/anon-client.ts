/** The client for what everyone may read: publishable key, no session, held to row level security as `anon`. */
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import type { Database } from './database.types.ts'
import { readSupabaseEnv, type SupabaseEnv } from './env.ts'
import { createTimedFetch } from './fetch.ts'

export type AnonClient = SupabaseClient<Database>

const LIMIT_MILLISECONDS = 10_000

/** Every call ends within 10 s; throws when the environment names no database. */
export function createAnonClient(
  { url, publishableKey }: Pick<SupabaseEnv, 'url' | 'publishableKey'> = readSupabaseEnv(),
): AnonClient {
  return createClient<Database>(url, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: createTimedFetch(LIMIT_MILLISECONDS) },
    // It would repeat a failed reading three times, each with the whole limit, and nobody waits that long.
    db: { retry: false },
  })
}

/** Null when the environment names no database. */
export function tryAnonClient(): AnonClient | null {
  try {
    return createAnonClient()
  } catch {
    return null
  }
}
