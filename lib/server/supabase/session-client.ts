/** The client of a signed-in visitor: the session lives in cookies that no script of a page can read. */
import { createServerClient } from '@supabase/ssr'
import type { SupabaseClient } from '@supabase/supabase-js'
import { cookies } from 'next/headers'
import type { Database } from './database.types.ts'
import { readSupabaseEnv } from './env.ts'
import { createTimedFetch } from './fetch.ts'

export type SessionClient = SupabaseClient<Database>

const LIMIT_MILLISECONDS = 10_000

/** Over https the cookies stay there; on plain loopback they must work without. */
export const SESSION_COOKIE = {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: process.env.PUBLIC_URL?.startsWith('https:') ?? false,
} as const

/** Held to row level security as the visitor, or as `anon` where nobody is signed in. */
export async function createSessionClient(): Promise<SessionClient> {
  const { url, publishableKey } = readSupabaseEnv()
  const jar = await cookies()
  return createServerClient<Database>(url, publishableKey, {
    cookieOptions: SESSION_COOKIE,
    global: { fetch: createTimedFetch(LIMIT_MILLISECONDS) },
    cookies: {
      getAll: () => jar.getAll(),
      setAll: (changed) => {
        // A page may only read cookies; actions and routes write them.
        try {
          for (const { name, value, options } of changed) jar.set(name, value, options)
        } catch {}
      },
    },
  })
}
