/** On invented data: every role by one click. */
import { useLocale, useTranslations } from 'next-intl'
import { PLAIN_BUTTON } from '#components/ui/button-styles.ts'
import { ROLES } from '#lib/core/domain/role.ts'
import { tryRole } from '#lib/server/actions/sign-in.ts'

export function DemonstrationDoors() {
  const t = useTranslations('signIn')
  const locale = useLocale()
  return (
    <section aria-labelledby="doors" className="mt-12 max-w-2xl rounded-2xl border border-line bg-sheet p-5">
      <h2 id="doors" className="font-bold font-display text-xl">
        {t('doors')}
      </h2>
      <p className="mt-1 text-muted">{t('doorsText')}</p>
      <form action={tryRole} className="mt-4 flex flex-wrap gap-2.5">
        <input type="hidden" name="locale" value={locale} />
        {ROLES.map((role) => (
          <button key={role} type="submit" name="role" value={role} className={PLAIN_BUTTON}>
            {t(`roles.${role}`)}
          </button>
        ))}
      </form>
    </section>
  )
}
