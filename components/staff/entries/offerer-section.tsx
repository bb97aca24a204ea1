/** Who offers a space, for staff alone. */
import { getTranslations } from 'next-intl/server'
import { FIELD, PLAIN_BUTTON } from '#components/ui/button-styles.ts'
import { Section } from '#components/ui/section.tsx'
import { LOCALES } from '#lib/core/i18n/routing.ts'
import { setOfferer } from '#lib/server/actions/entries.ts'
import type { StaffEntryPage } from '#lib/server/pages/load-staff-entry.ts'

type Props = { slug: string; locale: string; offerer: StaffEntryPage['offerer'] }

export async function OffererSection({ slug, locale, offerer }: Props) {
  const t = await getTranslations()
  const askedAt = offerer?.asked_at
  return (
    <Section id="offerer" title={t('editing.offerer')}>
      <p className="max-w-2xl">{t('editing.offererText')}</p>
      {askedAt && <p className="text-muted">{t('editing.offererAsked', { date: new Date(askedAt) })}</p>}
      <form action={setOfferer} className="grid max-w-2xl gap-x-6 gap-y-4 sm:grid-cols-2">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="slug" value={slug} />
        <Field name="name" label={t('editing.offererName')} value={offerer?.name} maxLength={200} />
        <Field name="email" label={t('editing.offererEmail')} value={offerer?.email} maxLength={320} />
        <div>
          <label htmlFor="offerer-language" className="mb-1 block font-semibold">
            {t('editing.offererLocale')}
          </label>
          <select
            id="offerer-language"
            name="language"
            defaultValue={offerer?.locale ?? 'de'}
            className={FIELD}
          >
            {LOCALES.map((code) => (
              <option key={code} value={code}>
                {t(`site.languages.${code}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="self-end">
          <button type="submit" className={PLAIN_BUTTON}>
            {t('editing.offererSave')}
          </button>
        </div>
      </form>
    </Section>
  )
}

type FieldProps = { name: string; label: string; value: string | null | undefined; maxLength: number }

function Field({ name, label, value, maxLength }: FieldProps) {
  return (
    <div>
      <label htmlFor={`offerer-${name}`} className="mb-1 block font-semibold">
        {label}
      </label>
      <input
        id={`offerer-${name}`}
        name={name}
        defaultValue={value ?? ''}
        maxLength={maxLength}
        autoComplete="off"
        className={FIELD}
      />
    </div>
  )
}
