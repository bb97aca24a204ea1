/** Why no area was found, and what helps. */
import { useTranslations } from 'next-intl'
import { usePlanning } from '#lib/client/store/planning-store.ts'

export function EmptyAreas() {
  const t = useTranslations('planning.areas.empty')
  const groups = usePlanning((state) => state.found?.groups)
  const measure = usePlanning((state) => state.view.measure)
  const withoutPlace = usePlanning((state) => state.points?.withoutPlace ?? 0)
  if (!groups) return null
  return (
    <p className="px-4 py-4 text-muted text-sm">
      {groups.epsMeters === null || groups.n < groups.minPoints
        ? t(`tooFew.${measure}`, { n: groups.n, min: groups.minPoints })
        : t('scattered', { eps: groups.epsMeters })}
      {withoutPlace > 0 && ` ${t('withoutPlace', { count: withoutPlace })}`}
    </p>
  )
}
