/** Who publishes the map (§ 5 DDG), from the city's configuration. */
import { useTranslations } from 'next-intl'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { Operator } from '#lib/core/domain/city.ts'
import { MailLink } from './mail-link.tsx'
import { ExampleNotice, OperatorAddress, OperatorContact } from './operator-address.tsx'

const SECURITY_FILE = '/.well-known/security.txt'

export function Imprint({ operator }: { operator: Operator }) {
  const t = useTranslations('publicPages.imprint')
  const rows = [
    [t('name'), <OperatorAddress key="name" operator={operator} />],
    [t('representative'), operator.representative],
    [t('contact'), <OperatorContact key="contact" email={operator.email} phone={operator.phone} />],
    [t('register'), operator.register],
    [t('vatId'), operator.vatId],
    [t('supervisor'), operator.supervisor],
    [t('editor'), operator.editor],
  ] as const
  return (
    <>
      <ExampleNotice operator={operator} />
      <Section id="provider" title={t('provider')}>
        <dl className="grid max-w-2xl gap-x-8 gap-y-1 sm:grid-cols-[14rem_1fr] sm:gap-y-4">
          {rows.map(
            ([name, value]) =>
              value && (
                <div key={name} className="contents">
                  <dt className="text-muted">{name}</dt>
                  <dd className="mb-3 min-w-0 break-words sm:mb-0">{value}</dd>
                </div>
              ),
          )}
        </dl>
      </Section>
      {(['content', 'disputes'] as const).map((part) => (
        <Section key={part} id={part} title={t(`${part}.title`)}>
          <p className="max-w-2xl">{t(`${part}.text`)}</p>
        </Section>
      ))}
      <Section id="security" title={t('security.title')}>
        <p className="max-w-2xl">
          {t.rich('security.text', {
            email: () => <MailLink email={operator.security.email} />,
            link: () => <TextLink href={SECURITY_FILE}>{SECURITY_FILE}</TextLink>,
          })}
        </p>
      </Section>
    </>
  )
}
