'use server'

/** Steps of signing in and out; each works without script. */
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { ROLES } from '#lib/core/domain/role.ts'
import { toOwnPath } from '#lib/core/view/paths.ts'
import { enterDemonstration, hasDemonstrationDoor } from '#lib/server/account/demonstration-door.ts'
import { readRequestContext } from '#lib/server/account/request-context.ts'
import { enterCode, requestCode, type SignInState, spendLink } from '#lib/server/account/sign-in-by-code.ts'
import { readAddress } from '#lib/server/guard/rate-limit.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

export async function signIn(_state: SignInState, form: FormData): Promise<SignInState> {
  const context = await readRequestContext(form.get('locale'))
  const code = form.get('code')
  if (code === null) return requestCode(form.get('email'), context)
  const failed = await enterCode(form.get('email'), code, context)
  return failed ?? redirect(toOwnPath(form.get('next')?.toString(), `/${context.locale}/account`))
}

export async function signInByLink(form: FormData): Promise<void> {
  const { session, locale } = await readRequestContext(form.get('locale'))
  const isIn = await spendLink(form.get('token'), session)
  redirect(isIn ? `/${locale}/account` : `/${locale}/sign-in?expired=1`)
}

export async function signOut(form: FormData): Promise<void> {
  const { session, locale } = await readRequestContext(form.get('locale'))
  await session.auth.signOut({ scope: 'local' })
  redirect(`/${locale}`)
}

export async function tryRole(form: FormData): Promise<void> {
  const context = await readRequestContext(form.get('locale'))
  const role = ROLES.find((known) => known === form.get('role'))
  const { demonstration } = await readSnapshot()
  if (!role || !hasDemonstrationDoor(readAddress(await headers()), demonstration))
    redirect(`/${context.locale}/sign-in`)
  const isIn = await enterDemonstration(role, context)
  const home = { member: 'account', moderator: 'moderation', planner: 'planning', admin: 'admin' }[role]
  redirect(isIn ? `/${context.locale}/${home}` : `/${context.locale}/sign-in`)
}
