/** How to add, correct or object: by mail to those who keep the register. */
import { useTranslations } from 'next-intl'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { Operator } from '#lib/core/domain/city.ts'

const REASONS = ['add', 'correct', 'object'] as const

export function Contribute({ operator }: { operator: Operator }) {
  const t = useTranslations('about.contribute')
  const { name, street, place, email, phone } = operator
  return (
    <Section id="contribute" title={t('title')}>
      <p className="max-w-2xl">{t('text')}</p>
      <ul className="flex flex-wrap gap-2.5 print:hidden">
        {REASONS.map((reason) => (
          <li key={reason}>
            <a
              href={`mailto:${email}?subject=${encodeURIComponent(`Keimzelle: ${t(reason)}`)}`}
              className="inline-flex min-h-11 items-center rounded-xl border border-edge bg-sheet px-4 font-semibold hover:bg-paper"
            >
              {t(reason)}
            </a>
          </li>
        ))}
      </ul>
      <address className="not-italic text-muted">
        {name}, {street}, {place}
        <br />
        <TextLink href={`mailto:${email}`}>{email}</TextLink>
        {' · '}
        <TextLink href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</TextLink>
      </address>
    </Section>
  )
}
