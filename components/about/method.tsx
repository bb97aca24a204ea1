/** How the map is made, in a few honest sentences. */
import { useTranslations } from 'next-intl'
import { Section } from '#components/ui/section.tsx'

const TOPICS = ['groups', 'blur', 'unplaced', 'disciplines', 'visitors'] as const

export function Method() {
  const t = useTranslations('about.method')
  return (
    <Section id="method" title={t('title')}>
      <dl className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        {TOPICS.map((topic) => (
          <div key={topic}>
            <dt className="font-semibold">{t(`${topic}.name`)}</dt>
            <dd className="mt-1 text-muted">{t(`${topic}.text`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
