/** Takes another entry into this one. */
import { useLocale, useTranslations } from 'next-intl'
import { DANGER_BUTTON, FIELD } from '#components/ui/button-styles.ts'
import { mergeEntries } from '#lib/server/actions/entries.ts'

export function MergeForm({ kind, slug }: { kind: string; slug: string }) {
  const t = useTranslations('editing')
  const locale = useLocale()
  return (
    <form action={mergeEntries} className="max-w-2xl space-y-4">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="slug" value={slug} />
      <p>{t('mergeText')}</p>
      <div>
        <label htmlFor="merge-remove" className="font-semibold">
          {t('other')}
        </label>
        <input id="merge-remove" name="remove" required maxLength={500} className={`mt-1 ${FIELD}`} />
      </div>
      <button type="submit" className={DANGER_BUTTON}>
        {t('mergeButton')}
      </button>
    </form>
  )
}
