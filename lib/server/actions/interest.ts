'use server'

/** The forms about an interest in a space; each works without script. */
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { MessageState } from '#lib/core/domain/message-state.ts'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { toInterestPath } from '#lib/core/view/paths.ts'
import { readAddress } from '#lib/server/guard/rate-limit.ts'
import {
  confirmInterest,
  openInterestContext,
  takeInterest,
  takeReply,
} from '#lib/server/messages/send-interest.ts'

export async function sendInterest(_state: MessageState, form: FormData): Promise<MessageState> {
  return takeInterest(form, openInterestContext(readAddress(await headers())))
}

export async function sendReply(_state: MessageState, form: FormData): Promise<MessageState> {
  return takeReply(form, openInterestContext(readAddress(await headers())))
}

/** Only this spends the link of the mail, never the opening of its page. */
export async function sendConfirmedInterest(form: FormData): Promise<void> {
  const [locale, slug] = [toLocale(String(form.get('locale'))), String(form.get('slug')).slice(0, 120)]
  const [id, token] = [String(form.get('id')).slice(0, 200), String(form.get('token')).slice(0, 200)]
  const path = toInterestPath(locale, slug, 'confirm')
  const context = openInterestContext(readAddress(await headers()))
  const isSent = await confirmInterest({ id, token }, slug, context).catch((fault: unknown) => {
    console.error(fault)
    // The link is not spent: its page offers the button again.
    return redirect(`${path}?${new URLSearchParams({ id, token, done: 'later' })}`)
  })
  redirect(`${path}?done=${isSent ? 'yes' : 'no'}`)
}
