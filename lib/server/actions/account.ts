'use server'

/** What a person does to the own account. */
import { redirect } from 'next/navigation'
import { readRequestContext } from '#lib/server/account/request-context.ts'
import { deleteMyAccount } from '#lib/server/queries/own-account.ts'

export type DeletionFault = 'notSure' | 'lastAdmin' | 'failed'

export async function deleteAccount(
  _state: DeletionFault | null,
  form: FormData,
): Promise<DeletionFault | null> {
  if (form.get('sure') !== 'yes') return 'notSure'
  const { session, locale } = await readRequestContext(form.get('locale'))
  const outcome = await deleteMyAccount(session)
  if (outcome !== 'deleted') return outcome
  await session.auth.signOut({ scope: 'local' })
  redirect(`/${locale}`)
}
