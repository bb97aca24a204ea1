'use server'

/** An offerer's answer; only this spends the link of the mail, never the opening of its page. */
import { redirect } from 'next/navigation'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { hashToken } from '#lib/server/proposals/reference.ts'
import { answerConfirmation } from '#lib/server/queries/confirmations.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'

export async function answer(form: FormData): Promise<void> {
  const isVacant = form.get('answer') === 'vacant'
  const token = String(form.get('token')).slice(0, 200)
  const path = `/${toLocale(String(form.get('locale')))}/confirm`
  const slug = await answerConfirmation(createAdminClient(), hashToken(token), isVacant).catch(
    (fault: unknown) => {
      console.error(fault)
      // The link is not spent: its page says how things stand.
      return redirect(`${path}?${new URLSearchParams({ token })}`)
    },
  )
  const done = slug === null ? 'expired' : isVacant ? 'vacant' : 'let'
  redirect(`${path}?done=${done}`)
}
