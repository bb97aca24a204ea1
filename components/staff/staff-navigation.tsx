/** The pages of a signed-in person, as the role has them, and the way out. */
import { useLocale, useTranslations } from 'next-intl'
import { PLAIN_BUTTON } from '#components/ui/button-styles.ts'
import type { Person } from '#lib/core/domain/role.ts'
import { PAGE_ROLES, STAFF_PAGES, type StaffPageName, toStaffPath } from '#lib/core/view/staff-pages.ts'
import { signOut } from '#lib/server/actions/sign-in.ts'

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
