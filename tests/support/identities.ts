/** People of the app that Playwright has started: accounts that a test makes, with sessions that are good, or have run out. */
import type { Session, SupabaseClient } from '@supabase/supabase-js'
import type { Role } from '#lib/core/domain/role.ts'
import type { Database } from '#lib/server/supabase/database.types.ts'
import { openAppDatabase, readAppAccess, takeMails } from './outbox.ts'
import { openSessionClient } from './session-client.ts'
import { signToken } from './sign-token.ts'

export type Somebody = {
  id: string
  email: string
  /** The session as browsers carry it. */
  cookie: { name: string; value: string }
  session: Session
  /** Speaks to the database as this person. */
  client: SupabaseClient<Database>
}

let people = 0

/** Makes an account with a role and signs in by the mailed code, as the page does. */
export async function createSomebody(name: string, role: Role): Promise<Somebody> {
  people += 1
  const email = `${name}.${process.pid}.${people}@example.org`
  const session = await openSession(email)
  const id = session.user.id
  await giveRole(id, role)
  const client = openClient(session.access_token)
  return { id, email, session, cookie: toCookie(session), client }
}

/** Past the page of roles and past every rule: also the last admin may lose the role. */
export async function giveRole(id: string, role: Role): Promise<void> {
  await openAppDatabase().from('profiles').update({ role }).eq('user_id', id).throwOnError()
}

/**
 * Sessions of the same person that ended: the access token is an hour past its time and the refresh token spent, since two others came of
 * it. One says so, the other claims to be good for an hour yet.
 */
export async function expireSession(email: string): Promise<Record<string, string>> {
  const session = await openSession(email)
  const client = openClient()
  let { refresh_token } = session
  for (const _ of [1, 2]) {
    const { data, error } = await client.auth.refreshSession({ refresh_token })
    if (!data.session) throw new Error(`Not renewed: ${error?.message}`)
    refresh_token = data.session.refresh_token
  }
  const now = Math.floor(Date.now() / 1000)
  const [, claims = ''] = session.access_token.split('.')
  const past = { iat: now - 7200, exp: now - 3600 }
  const access_token = signToken(
    { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), ...past },
    readAppAccess().jwtSecret,
  )
  const ended = (expires_at: number) => formatCookie(toCookie({ ...session, access_token, expires_at }))
  return { expired: ended(past.exp), 'expired, but told to be good': ended(now + 3600) }
}

export function formatCookie({ name, value }: Somebody['cookie']): string {
  return `${name}=${value}`
}

async function openSession(email: string): Promise<Session> {
  const client = openClient()
  await client.auth.signInWithOtp({ email })
  const token = (await takeMails(openAppDatabase(), { recipient: email, template: 'sign-in' })).at(-1)?.data
    .code
  const { data, error } = await client.auth.verifyOtp({ email, token: token ?? '', type: 'magiclink' })
  if (!data.session) throw new Error(`Not signed in: ${error?.message}`)
  return data.session
}

function openClient(accessToken?: string): SupabaseClient<Database> {
  const { url, publishableKey } = readAppAccess()
  return openSessionClient(url, publishableKey, accessToken)
}

/** As @supabase/ssr writes it; a session of ours fits into one cookie. */
function toCookie(session: Session): Somebody['cookie'] {
  const { hostname } = new URL(readAppAccess().url)
  const value = `base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`
  return { name: `sb-${hostname.split('.')[0]}-auth-token`, value }
}
