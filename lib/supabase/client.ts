/** The one place that makes a supabase-js client: no session kept, and a time limit on every call. */
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import type { Database } from './database.types.ts'

export type Client = SupabaseClient<Database>

/** A client with one key; each request gives up after the limit (milliseconds). */
export function createLimitedClient(url: string, key: string, limitMilliseconds: number): Client {
  return createClient<Database>(url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: {
      fetch: (input, init) => {
        const limit = AbortSignal.timeout(limitMilliseconds)
        return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit })
      },
    },
  })
}
