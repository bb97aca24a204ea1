/** Takes what somebody says about a barrier, and lays it into the outbox for those who run the map. */

import type { MessageState } from '#lib/core/domain/message-state.ts'
import { readCity } from '#lib/server/city.ts'
import { hashAddress, type Limit, takeRate } from '#lib/server/guard/rate-limit.ts'
import { addMail } from '#lib/server/queries/outbox.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { readSupabaseEnv } from '#lib/server/supabase/env.ts'
import { readMessage } from './read-message.ts'

/** Messages an hour from one visitor. */
const FEEDBACK_LIMIT: Limit = { name: 'feedback', most: 5, windowSeconds: 3600 }

/** `address` is the visitor's network address; only its hash of the day is kept. Never rejects. */
export async function takeFeedback(form: FormData, address: string): Promise<MessageState> {
  const { message, email, page, isTrapped, values, faults } = readMessage(form, ['message'])
  if (faults.length > 0) return { step: 'open', values, faults, refusal: null }
  // A robot learns nothing from the answer.
  if (isTrapped) return { step: 'sent', values: {}, faults: [], refusal: null }
  try {
    const client = createAdminClient()
    const { secretKey } = readSupabaseEnv()
    const who = hashAddress(address, secretKey, new Date().toISOString().slice(0, 10))
    if ((await takeRate(client, FEEDBACK_LIMIT, who)) > 0)
      return { step: 'open', values, faults: [], refusal: 'too-many' }
    await addMail(client, {
      recipient: readCity().operator.accessibility.email,
      locale: 'de',
      template: 'accessibility-feedback',
      data: { message, page: page ?? '–', sender: email ?? '–', reply_to: email ?? '' },
    })
    return { step: 'sent', values: {}, faults: [], refusal: null }
  } catch (fault) {
    console.error(fault)
    return { step: 'open', values, faults: [], refusal: 'unavailable' }
  }
}
