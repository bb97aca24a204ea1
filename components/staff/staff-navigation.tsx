/** The pages of a signed-in person, as the role has them, and the way out. */
import { useLocale, useTranslations } from 'next-intl'
import { PLAIN_BUTTON } from '#components/ui/button-styles.ts'
import {
  toAccountPath,
  toAdminPath,
  toImportPath,
  toModerationPath,
  toStaffEntryPath,
} from '#lib/core/view/paths.ts'
import { signOut } from '#lib/server/actions/sign-in.ts'
import type { Person, Role } from '#lib/server/queries/people.ts'

const STAFF_PAGES = ['account', 'moderation', 'entries', 'import', 'admin', 'outbox', 'audit'] as const
export type StaffPageName = (typeof STAFF_PAGES)[number]

const MODERATORS: readonly Role[] = ['moderator', 'admin']

/** Which roles a page is for. The database asks again; this only spares people doors that do not open. */
export const PAGE_ROLES: Record<StaffPageName, readonly Role[]> = {
  account: ['member', 'moderator', 'planner', 'admin'],
  moderation: MODERATORS,
  entries: MODERATORS,
  import: MODERATORS,
  admin: ['admin'],
  outbox: ['admin'],
  audit: ['admin'],
}

export function toStaffPath(locale: string, page: StaffPageName): string {
  if (page === 'account') return toAccountPath(locale)
  if (page === 'moderation') return toModerationPath(locale)
  if (page === 'entries') return toStaffEntryPath(locale)
  if (page === 'import') return toImportPath(locale)
  return toAdminPath(locale, page === 'admin' ? '' : page)
}

export function StaffNavigation({ person, current }: { person: Person; current: StaffPageName }) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <div className="mb-8 flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-line border-b pb-4 print:hidden">
      <nav aria-label={t('staff.navigation')}>
        <ul className="flex flex-wrap gap-1">
          {STAFF_PAGES.filter((page) => PAGE_ROLES[page].includes(person.role)).map((page) => (
            <li key={page}>
              <a
                href={toStaffPath(locale, page)}
                aria-current={page === current ? 'page' : undefined}
                className="flex min-h-11 items-center rounded-lg px-3 font-semibold text-muted hover:bg-sheet aria-[current]:bg-seedling-ground aria-[current]:text-ink"
              >
                {t(`staff.${page}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form action={signOut} className="flex flex-wrap items-center gap-3">
        <input type="hidden" name="locale" value={locale} />
        <p className="wrap-anywhere text-muted text-sm">{t('signIn.as', { email: person.email })}</p>
        <button type="submit" className={PLAIN_BUTTON}>
          {t('signIn.out')}
        </button>
      </form>
    </div>
  )
}
