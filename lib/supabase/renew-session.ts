/** Renews a session that has run out, where pages cannot: they may only read cookies, and a renewed session that is not kept is lost. */
import { createServerClient } from '@supabase/ssr'
import { readSupabaseEnv } from './env.ts'
import { createTimedFetch } from './fetch.ts'
import { SESSION_COOKIE } from './session.ts'

const LIMIT_MILLISECONDS = 5_000

export type Cookie = { name: string; value: string; options?: object }

/**
 * The cookies that are others now, to be handed to the page and to the browser; none while the session is good, where there is none, and
 * where the database does not answer. Asks the database only when the session has run out; whether it is true the page asks.
 */
export async function renewSession(present: readonly Cookie[]): Promise<Cookie[]> {
  if (!present.some(({ name }) => name.startsWith('sb-'))) return []
  const { url, publishableKey } = readSupabaseEnv()
  const cookies = new Map(present.map(({ name, value }) => [name, value]))
  const changed = new Map<string, Cookie>()
  const client = createServerClient(url, publishableKey, {
    cookieOptions: SESSION_COOKIE,
    global: { fetch: createTimedFetch(LIMIT_MILLISECONDS) },
    cookies: {
      getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
      setAll: (others) => {
        for (const cookie of others) {
          cookies.set(cookie.name, cookie.value)
          changed.set(cookie.name, cookie)
        }
      },
    },
  })
  await client.auth.getSession().catch(() => null)
  return [...changed.values()]
}
