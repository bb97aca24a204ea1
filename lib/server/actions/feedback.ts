'use server'

/** The form of the accessibility statement; it works without script. */
import { headers } from 'next/headers'
import type { MessageState } from '#lib/core/domain/message-state.ts'
import { readAddress } from '#lib/server/guard/rate-limit.ts'
import { takeFeedback } from '#lib/server/messages/send-feedback.ts'

export async function sendFeedback(_state: MessageState, form: FormData): Promise<MessageState> {
  return takeFeedback(form, readAddress(await headers()))
}
