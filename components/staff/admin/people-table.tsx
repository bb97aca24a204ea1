/** Accounts and their roles. */
import { getFormatter, getTranslations } from 'next-intl/server'
import { FIELD, PLAIN_BUTTON } from '#components/ui/button-styles.ts'
import { DataTable } from '#components/ui/data-table.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { STAFF_FAULTS } from '#lib/core/domain/moderation.ts'
import { ROLES } from '#lib/core/domain/role.ts'
import { setRole } from '#lib/server/actions/people.ts'
import type { StaffPerson } from '#lib/server/pages/load-administration.ts'

type Props = { locale: string; people: readonly StaffPerson[]; asked: URLSearchParams }

export async function PeopleTable({ locale, people, asked }: Props) {
  const t = await getTranslations()
  const format = await getFormatter()
  const result = asked.get('result')
  const changed = people.find(({ user_id }) => user_id === asked.get('person'))
  const fault = [...STAFF_FAULTS, 'unknown' as const].find((known) => known === result)
  return (
    <div className="mt-8 space-y-6">
      {result === 'set' && changed && (
        <Notice key={changed.role} tone="good">
          {t('admin.roleSet', { person: changed.email, role: t(`signIn.roles.${changed.role}`) })}
        </Notice>
      )}
      {result === 'lastAdmin' && <Notice tone="bad">{t('admin.lastAdmin')}</Notice>}
      {fault && <Notice tone="bad">{t(`staff.faults.${fault}`)}</Notice>}
      <DataTable
        caption={t('admin.people')}
        isCaptionHidden
        columns={[{ name: t('admin.person') }, { name: t('admin.since') }, { name: t('admin.role') }]}
        rows={people.map(({ user_id, email, role, created_at }) => ({
          key: user_id,
          cells: [
            <span key="email" className="block min-w-32 wrap-anywhere">
              {email}
            </span>,
            format.dateTime(new Date(created_at), { dateStyle: 'medium' }),
            <form key="role" action={setRole} className="flex flex-wrap items-center gap-2">
              <input type="hidden" name="locale" value={locale} />
              <input type="hidden" name="person" value={user_id} />
              <select
                key={role}
                name="role"
                defaultValue={role}
                aria-label={t('admin.roleOf', { person: email })}
                className={`${FIELD} w-auto!`}
              >
                {ROLES.map((one) => (
                  <option key={one} value={one}>
                    {t(`signIn.roles.${one}`)}
                  </option>
                ))}
              </select>
              <button type="submit" className={PLAIN_BUTTON}>
                {t('admin.set')}
              </button>
            </form>,
          ],
        }))}
      />
    </div>
  )
}
