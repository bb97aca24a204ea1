/** How accessible the map is, what is missing, and where to say so. */
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { Operator } from '#lib/core/domain/city.ts'
import { MailLink } from './mail-link.tsx'
import { ExampleNotice } from './operator-address.tsx'

type Props = {
  operator: Operator
  /** The form by which a barrier is reported. */
  children: ReactNode
}

export function AccessibilityStatement({ operator, children }: Props) {
  const t = useTranslations('publicPages.accessibility')
  const { email, enforcement } = operator.accessibility
  return (
    <>
      <ExampleNotice operator={operator} />
      <Section id="scope" title={t('scope.title')}>
        <p className="max-w-2xl">{t('scope.text', { operator: operator.name })}</p>
      </Section>
      <Section id="state" title={t('state.title')}>
        <p className="max-w-2xl">{t('state.text')}</p>
      </Section>
      <Section id="gaps" title={t('gaps.title')}>
        <ul className="max-w-2xl list-disc space-y-2 pl-5">
          {t('gaps.items')
            .split('\n')
            .map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
        </ul>
      </Section>
      <Section id="made" title={t('made.title')}>
        <p className="max-w-2xl">{t('made.text')}</p>
      </Section>
      <Section id="feedback" title={t('feedback.title')}>
        <p className="max-w-2xl">{t.rich('feedback.text', { email: () => <MailLink email={email} /> })}</p>
        {children}
      </Section>
      <Section id="enforcement" title={t('enforcement.title')}>
        <p className="max-w-2xl">{t('enforcement.text')}</p>
        <p>
          <TextLink href={enforcement.website}>{enforcement.name}</TextLink>
        </p>
      </Section>
    </>
  )
}
