/** Signing in by a code or a link from a mail; the same answer for known and unknown addresses. */
import { setTimeout as delay } from 'node:timers/promises'
import { readMailAddress } from '#lib/core/domain/values/link-value.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { hashAddress, type Limit, takeRate } from '#lib/server/guard/rate-limit.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'

type SignInFault = 'no-address' | 'wrong-code' | 'too-many' | 'unavailable'
export type SignInState = { step: 'address' | 'code'; email: string; fault?: SignInFault }

/** Codes an address may ask for, codes a visitor may ask for, and guesses at one address: each an hour. */
const CODES_PER_MAILBOX: Limit = { name: 'code-mailbox', most: 5, windowSeconds: 3600 }
const CODES_PER_VISITOR: Limit = { name: 'code-visitor', most: 20, windowSeconds: 3600 }
const GUESSES: Limit = { name: 'code-guess', most: 10, windowSeconds: 3600 }

/** No answer comes earlier, so that it does not tell whether an account had to be made first. */
const ANSWER_AFTER_MILLISECONDS = 250

export type SignInContext = {
  session: SessionClient
  admin: AdminClient
  secretKey: string
  /** Network address of the visitor. */
  address: string
  locale: Locale
  publicUrl: string
}

/** Has a code sent; whether the address is known shows nowhere. */
export async function requestCode(text: unknown, context: SignInContext): Promise<SignInState> {
  const email = readEmail(text)
  if (!email)
    return { step: 'address', email: typeof text === 'string' ? text.slice(0, 320) : '', fault: 'no-address' }
  const { session, locale, publicUrl } = context
  const fault = await takeTurn(context, [
    [CODES_PER_VISITOR, context.address],
    [CODES_PER_MAILBOX, email],
  ])
  if (fault) return { step: 'address', email, fault }
  const sending = session.auth.signInWithOtp({
    email,
    options: { shouldCreateUser: true, emailRedirectTo: `${publicUrl}/${locale}` },
  })
  const [{ error }] = await Promise.all([sending, delay(ANSWER_AFTER_MILLISECONDS)])
  return error ? { step: 'address', email, fault: 'unavailable' } : { step: 'code', email }
}

/** Null when the code was right: the session's cookies are set then. */
export async function enterCode(
  text: unknown,
  code: unknown,
  context: SignInContext,
): Promise<SignInState | null> {
  const email = readEmail(text)
  if (!email) return { step: 'address', email: '', fault: 'no-address' }
  const { session } = context
  const fault = await takeTurn(context, [[GUESSES, email]])
  if (fault) return { step: 'code', email, fault }
  const token = typeof code === 'string' ? code.replace(/\s/g, '') : ''
  if (!/^\d{6,8}$/.test(token)) return { step: 'code', email, fault: 'wrong-code' }
  const { error } = await session.auth.verifyOtp({ email, token, type: 'magiclink' })
  if (!error) return null
  return { step: 'code', email, fault: (error.status ?? 500) >= 500 ? 'unavailable' : 'wrong-code' }
}

/** Counts a try under every limit; why it may not go on, also where the limits cannot be read. */
async function takeTurn(
  { admin, secretKey }: SignInContext,
  tries: readonly (readonly [Limit, who: string])[],
): Promise<SignInFault | null> {
  const day = new Date().toISOString().slice(0, 10)
  try {
    let isFree = true
    for (const [limit, who] of tries)
      if ((await takeRate(admin, limit, hashAddress(who, secretKey, day))) > 0) isFree = false
    return isFree ? null : 'too-many'
  } catch (fault) {
    console.error(fault)
    return 'unavailable'
  }
}

/** Whether the token of a mailed link signed somebody in; it is spent by this alone, never by opening the page. */
export async function spendLink(token: unknown, session: SessionClient): Promise<boolean> {
  if (typeof token !== 'string' || !/^[\w-]{16,200}$/.test(token)) return false
  const { error } = await session.auth.verifyOtp({ token_hash: token, type: 'magiclink' })
  return !error
}

function readEmail(text: unknown): string | null {
  try {
    return readMailAddress(text)?.toLowerCase() ?? null
  } catch {
    return null
  }
}
