/** The rules of temporary use, before one agrees to them. */
import { useTranslations } from 'next-intl'
import { TEMPORARY_USE_RULES } from '#lib/core/domain/space-facts.ts'

export function RulesSection() {
  const t = useTranslations('space')
  return (
    <section
      aria-labelledby="rules"
      className="mb-8 max-w-2xl rounded-2xl border border-line bg-sheet px-4 py-3 sm:px-5"
    >
      <h2 id="rules" className="font-bold font-display text-lg">
        {t('rules')}
      </h2>
      <ul className="mt-2 list-disc space-y-1.5 pl-5">
        {TEMPORARY_USE_RULES.map((rule) => (
          <li key={rule}>{t(`rule.${rule}`)}</li>
        ))}
      </ul>
    </section>
  )
}
