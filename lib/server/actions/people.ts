'use server'

/** What admins change. */
import { redirect } from 'next/navigation'
import { toAdminPath } from '#lib/core/view/paths.ts'
import { readRequestContext } from '#lib/server/account/request-context.ts'
import { ROLES } from '#lib/server/queries/people.ts'
import { toStaffFault } from '#lib/server/queries/staff-fault.ts'

/** The page then says how it went; it names the person itself, so that no address stands in a link. */
export async function setRole(form: FormData): Promise<void> {
  const { session, locale } = await readRequestContext(form.get('locale'))
  const person = String(form.get('person'))
  const role = ROLES.find((known) => known === form.get('role'))
  if (!role || !/^[0-9a-f-]{36}$/.test(person)) redirect(`${toAdminPath(locale)}?result=unknown`)
  const { data, error } = await session.rpc('admin_set_role', { person, new_role: role })
  const result = error ? toStaffFault(error) : data === 'last admin' ? 'lastAdmin' : data
  redirect(`${toAdminPath(locale)}?result=${result}&person=${person}`)
}
