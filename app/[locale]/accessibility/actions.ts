'use server'

/** The form of the accessibility statement; it works without script. */
import { headers } from 'next/headers'
import { readAddress } from '#lib/guard/rate-limit.ts'
import type { MessageState } from '#lib/messages/message-state.ts'
import { takeFeedback } from '#lib/messages/send-feedback.ts'

export async function sendFeedback(_state: MessageState, form: FormData): Promise<MessageState> {
  return takeFeedback(form, readAddress(await headers()))
}
