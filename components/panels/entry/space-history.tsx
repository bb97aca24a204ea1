/** The steps of a space's life, each with the day on which it was noted. */
import { useFormatter, useTranslations } from 'next-intl'
import type { SpaceFacts } from '#lib/core/domain/space-facts.ts'

export function SpaceHistory({ history }: Pick<SpaceFacts, 'history'>) {
  const t = useTranslations('space')
  const format = useFormatter()
  if (history.length === 0) return null
  return (
    <section className="mt-5">
      <h3 className="font-semibold">{t('history')}</h3>
      <ol className="mt-1.5 border-line border-l-2 pl-3">
        {history.map(({ state, since }) => (
          <li key={`${state} ${since}`} className="py-0.5">
            {t(`steps.${state}`)}
            <span className="text-muted">
              {' · '}
              {format.dateTime(new Date(since), { dateStyle: 'medium', timeZone: 'UTC' })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
