/** A client as a browser's session has it: nothing is kept, nothing is renewed by itself. */
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import type { Database } from '#lib/server/supabase/database.types.ts'

/** Speaks as the person of an access token, as nobody without one. */
export function openSessionClient(
  url: string,
  publishableKey: string,
  accessToken?: string,
): SupabaseClient<Database> {
  return createClient<Database>(url, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { headers: accessToken ? { Authorization: `Bearer ${accessToken}` } : {} },
  })
}
