/** How much of the register somebody has confirmed lately, in a sentence and as a bar with its numbers. */
import { useFormatter, useTranslations } from 'next-intl'
import { Section } from '#components/ui/section.tsx'
import type { RegisterSummary } from '#lib/core/domain/register-summary.ts'

export function FreshnessBar({ summary: { recent, aged, unconfirmed } }: { summary: RegisterSummary }) {
  const t = useTranslations('about.freshness')
  const format = useFormatter()
  const all = recent + aged + unconfirmed
  const parts = [
    { name: t('recent'), count: recent, look: 'bg-seedling' },
    { name: t('aged'), count: aged, look: 'bg-notice-line' },
    { name: t('never'), count: unconfirmed, look: 'border border-edge border-dashed bg-sheet' },
  ].filter(({ count }) => count > 0)
  return (
    <Section id="freshness" title={t('title')}>
      {all > 0 && (
        <p className="max-w-2xl text-lg">
          {t.rich('share', {
            share: recent / all,
            recent,
            all,
            b: (text) => <b className="font-bold text-seedling">{text}</b>,
          })}
        </p>
      )}
      <div aria-hidden className="flex h-5 gap-0.5 overflow-hidden rounded-lg">
        {parts.map(({ name, count, look }) => (
          <div key={name} className={`${look} forced-colors:border`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-6 gap-y-1.5 text-sm">
        {parts.map(({ name, count, look }) => (
          <li key={name} className="flex items-center gap-2">
            <span aria-hidden className={`size-3.5 rounded ${look} forced-colors:border`} />
            <span>
              <b className="font-semibold tabular-nums">{format.number(count)}</b> {name}
            </span>
          </li>
        ))}
      </ul>
      <p className="max-w-2xl text-muted">{t('why')}</p>
    </Section>
  )
}
