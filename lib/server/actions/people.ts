'use server'

/** What admins change. */
import { redirect } from 'next/navigation'
import { ROLES } from '#lib/core/domain/role.ts'
import { toAdminPath } from '#lib/core/view/paths.ts'
import { readRequestContext } from '#lib/server/account/request-context.ts'
import { setPersonRole } from '#lib/server/queries/administration.ts'

/** The page then says how it went; it names the person itself, so that no address stands in a link. */
export async function setRole(form: FormData): Promise<void> {
  const { session, locale } = await readRequestContext(form.get('locale'))
  const person = String(form.get('person'))
  const role = ROLES.find((known) => known === form.get('role'))
  if (!role || !/^[0-9a-f-]{36}$/.test(person)) redirect(`${toAdminPath(locale)}?result=unknown`)
  const outcome = await setPersonRole(session, person, role)
  const result = outcome === 'last admin' ? 'lastAdmin' : outcome
  redirect(`${toAdminPath(locale)}?result=${result}&person=${person}`)
}
