'use server'

/** What a person does to the own account. */
import { redirect } from 'next/navigation'
import { readRequestContext } from '#lib/server/account/request-context.ts'

export type DeletionFault = 'notSure' | 'lastAdmin' | 'failed'

export async function deleteAccount(
  _state: DeletionFault | null,
  form: FormData,
): Promise<DeletionFault | null> {
  if (form.get('sure') !== 'yes') return 'notSure'
  const { session, locale } = await readRequestContext(form.get('locale'))
  const { data, error } = await session.rpc('delete_me')
  if (error) return 'failed'
  if (!data) return 'lastAdmin'
  await session.auth.signOut({ scope: 'local' })
  redirect(`/${locale}`)
}
