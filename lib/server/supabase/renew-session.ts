/**
 * Renews a session that has run out, where pages cannot: they may only read cookies, and a renewed session that is not kept is lost. The
 * cookies are read and written as @supabase/ssr does, whose own client writes every refused renewal into the log.
 */
import {
  combineChunks,
  createChunks,
  DEFAULT_COOKIE_OPTIONS,
  isChunkLike,
  stringFromBase64URL,
  stringToBase64URL,
} from '@supabase/ssr'
import { createClient, isAuthRetryableFetchError, type Session } from '@supabase/supabase-js'
import { readSupabaseEnv } from './env.ts'
import { createTimedFetch } from './fetch.ts'
import { SESSION_COOKIE } from './session-client.ts'

const LIMIT_MILLISECONDS = 5_000
/** Pages would renew a session themselves from 90 s before its end. */
const MARGIN_SECONDS = 120
const PREFIX = 'base64-'

export type Cookie = { name: string; value: string; options?: object }

/**
 * The cookies that are others now, to be handed to the page and to the browser; none while the session is good, where there is none, and
 * where the database does not answer. Asks the database only when the session has run out; whether it is true the page asks.
 */
export async function renewSession(present: readonly Cookie[]): Promise<Cookie[]> {
  if (!present.some(({ name }) => name.startsWith('sb-'))) return []
  const { url, publishableKey } = readSupabaseEnv()
  const key = `sb-${new URL(url).hostname.split('.')[0]}-auth-token`
  const session = await readSession(key, present)
  const now = Date.now() / 1000
  if (!session || session.expires_at > now + MARGIN_SECONDS) return []
  const client = createClient(url, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: createTimedFetch(LIMIT_MILLISECONDS) },
  })
  const { data, error } = await client.auth.refreshSession({ refresh_token: session.refresh_token })
  if (data.session) return writeSession(key, data.session, present)
  return isAuthRetryableFetchError(error) || session.expires_at > now ? [] : writeSession(key, null, present)
}

type Kept = Pick<Session, 'refresh_token'> & { expires_at: number }

/** Null for none, and for what no session of ours looks like. */
async function readSession(key: string, present: readonly Cookie[]): Promise<Kept | null> {
  const text = await combineChunks(key, (name) => present.find((cookie) => cookie.name === name)?.value)
  if (!text?.startsWith(PREFIX)) return null
  try {
    const kept: unknown = JSON.parse(stringFromBase64URL(text.slice(PREFIX.length)))
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const { refresh_token: token, expires_at: end } = value as Record<string, unknown>
  return typeof token === 'string' && token !== '' && typeof end === 'number'
}

/** Null takes the session away. */
function writeSession(key: string, session: Session | null, present: readonly Cookie[]): Cookie[] {
  const options = { ...DEFAULT_COOKIE_OPTIONS, ...SESSION_COOKIE }
  const chunks = session ? createChunks(key, PREFIX + stringToBase64URL(JSON.stringify(session))) : []
  const gone = present.filter(
    ({ name }) => isChunkLike(name, key) && !chunks.some((chunk) => chunk.name === name),
  )
  return [
    ...gone.map(({ name }) => ({ name, value: '', options: { ...options, maxAge: 0 } })),
    ...chunks.map(({ name, value }) => ({ name, value, options })),
  ]
}
