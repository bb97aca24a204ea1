/** The way of a message to whoever offers a space: stored, confirmed by its sender, sent on, answered; no side sees the other's address. */
import { randomUUID } from 'node:crypto'
import type { MessageState } from '#lib/core/domain/message-state.ts'
import { LOCALES, toLocale } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'
import { hashAddress, type Limit, takeRate } from '#lib/server/guard/rate-limit.ts'
import { addInterest, findInterest, replyToInterest, sendInterestOn } from '#lib/server/queries/interests.ts'
import { type AdminClient, createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { readSupabaseEnv } from '#lib/server/supabase/env.ts'
import { readInterestLink, toInterestLink } from './interest-link.ts'
import { readMessage } from './read-message.ts'

/** Messages an hour from one visitor, confirmations an hour to one mailbox, answers an hour to one message. */
const PER_VISITOR: Limit = { name: 'interest', most: 5, windowSeconds: 3600 }
const PER_MAILBOX: Limit = { name: 'interest-mailbox', most: 3, windowSeconds: 3600 }
const REPLIES: Limit = { name: 'interest-reply', most: 10, windowSeconds: 3600 }

export type InterestContext = { client: AdminClient; secretKey: string; address: string }

/** `address` is the visitor's network address; only its hash of the day is kept. */
export function openInterestContext(address: string): InterestContext {
  return { client: createAdminClient(), secretKey: readSupabaseEnv().secretKey, address }
}

/** Keeps the message and sends its writer a link to confirm. Never rejects. */
export async function takeInterest(form: FormData, context: InterestContext): Promise<MessageState> {
  const read = readMessage(form, ['message', 'email'], ['rules'])
  const { message, name, email, isTrapped, values, faults } = read
  if (faults.length > 0 || !email) return { step: 'open', values, faults, refusal: null }
  if (isTrapped) return { step: 'confirm', values: {}, faults: [], refusal: null }
  const { client, secretKey, address } = context
  const locale = toLocale(String(form.get('locale')))
  const slug = String(form.get('slug') ?? '').slice(0, 120)
  return attempt(values, async () => {
    const isFree =
      (await take(client, PER_VISITOR, address, secretKey)) &&
      (await take(client, PER_MAILBOX, email.toLowerCase(), secretKey))
    if (!isFree) return { step: 'open', values, faults: [], refusal: 'too-many' }
    const id = randomUUID()
    const isStored = await addInterest(client, {
      id,
      slug,
      email,
      name,
      message,
      shares_address: values.shares === 'yes',
      locale,
      confirm_path: toInterestLink('confirm', { locale, slug, id }, secretKey),
    })
    return isStored
      ? { step: 'confirm', values: {}, faults: [], refusal: null }
      : { step: 'open', values, faults: [{ field: 'message', code: 'unknown-entry' }], refusal: null }
  })
}

/** Sends the message on; false for a link that is spent, old or not ours. */
export async function confirmInterest(
  link: { id: unknown; token: unknown },
  slug: string,
  { client, secretKey }: InterestContext,
): Promise<boolean> {
  const known = readInterestLink('confirm', link, secretKey)
  if (!known) return false
  return sendInterestOn(client, known.id, {
    operator: readCity().operator.email,
    reply_paths: Object.fromEntries(
      LOCALES.map((locale) => [locale, toInterestLink('reply', { locale, slug, id: known.id }, secretKey)]),
    ),
  })
}

/** The message behind a link to answer; null for a link that is not ours or whose message has gone. */
export async function readInterest(
  link: { id: unknown; token: unknown },
  { client, secretKey }: InterestContext,
): Promise<{ space: string; name: string | null; message: string } | null> {
  const known = readInterestLink('reply', link, secretKey)
  return known && findInterest(client, known.id)
}

/** Sends the answer of whoever offers the space to the seeker. Never rejects. */
export async function takeReply(form: FormData, context: InterestContext): Promise<MessageState> {
  const { message, values, faults } = readMessage(form, ['message'])
  if (faults.length > 0) return { step: 'open', values, faults, refusal: null }
  const { client, secretKey } = context
  const link = readInterestLink('reply', { id: form.get('id'), token: form.get('token') }, secretKey)
  if (!link) return { step: 'open', values, faults: [], refusal: 'unavailable' }
  return attempt(values, async () => {
    if (!(await take(client, REPLIES, link.id, secretKey)))
      return { step: 'open', values, faults: [], refusal: 'too-many' }
    await replyToInterest(client, link.id, message)
    return { step: 'sent', values: {}, faults: [], refusal: null }
  })
}

async function take(client: AdminClient, limit: Limit, who: string, secretKey: string): Promise<boolean> {
  const day = new Date().toISOString().slice(0, 10)
  return (await takeRate(client, limit, hashAddress(who, secretKey, day))) === 0
}

async function attempt(
  values: MessageState['values'],
  step: () => Promise<MessageState>,
): Promise<MessageState> {
  try {
    return await step()
  } catch (fault) {
    console.error(fault)
    return { step: 'open', values, faults: [], refusal: 'unavailable' }
  }
}
