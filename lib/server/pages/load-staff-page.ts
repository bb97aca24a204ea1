/** What the frame of a page for signed-in people shows. Visitors are sent to sign in first. */
import { notFound, redirect } from 'next/navigation'
import { hasLocale } from 'next-intl'
import type { Person } from '#lib/core/domain/role.ts'
import { type Locale, routing } from '#lib/core/i18n/routing.ts'
import { toSignInPath } from '#lib/core/view/paths.ts'
import { PAGE_ROLES, type StaffPageName, toStaffPath } from '#lib/core/view/staff-pages.ts'
import { readCity } from '#lib/server/city.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { readPerson } from '#lib/server/queries/people.ts'
import { createSessionClient } from '#lib/server/supabase/session-client.ts'

export type StaffFrame = {
  locale: Locale
  page: StaffPageName
  person: Person
  /** Whether the person's role is one that the page is for; without it nothing else may be loaded. */
  isAllowed: boolean
  city: string
  isDemonstration: boolean
}

/** `path`: where signing in leads back to; the page's own path unless given. */
export async function loadStaffPage(locale: string, page: StaffPageName, path?: string): Promise<StaffFrame> {
  if (!hasLocale(routing.locales, locale)) notFound()
  const [person, snapshot] = await Promise.all([
    createSessionClient().then(readPerson),
    readSnapshot().catch(() => null),
  ])
  if (!person) redirect(toSignInPath(locale, path ?? toStaffPath(locale, page)))
  return {
    locale,
    page,
    person,
    isAllowed: PAGE_ROLES[page].includes(person.role),
    city: readCity().name[locale],
    isDemonstration: snapshot?.demonstration ?? false,
  }
}
