/** Instead of figures, when the entries have not come. */
import { useTranslations } from 'next-intl'
import { PLAIN_BUTTON } from '#components/ui/button-styles.ts'
import { usePlanning } from '#lib/client/store/planning-store.ts'

export function FailedLoad() {
  const t = useTranslations('planning')
  const load = usePlanning((state) => state.load)
  return (
    <div role="alert" className="space-y-3">
      <p className="text-pretty">{t('failed')}</p>
      <button type="button" onClick={() => void load()} className={PLAIN_BUTTON}>
        {t('retry')}
      </button>
    </div>
  )
}
