/** What is stored, why, on what basis, how long, and who else gets it. */
import { useTranslations } from 'next-intl'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { Operator } from '#lib/core/domain/city.ts'
import { Lines } from './lines.tsx'
import { MailLink } from './mail-link.tsx'
import { ExampleNotice, OperatorAddress, OperatorContact } from './operator-address.tsx'

const STORED = [
  'visit',
  'limits',
  'proposals',
  'photos',
  'messages',
  'mails',
  'account',
  'entries',
  'log',
] as const
const ASPECTS = ['what', 'why', 'basis', 'period'] as const

type Props = {
  operator: Operator
  /** Host of the search service that our server asks for addresses; null where there is none. */
  photonHost: string | null
}

export function Privacy({ operator, photonHost }: Props) {
  const t = useTranslations('publicPages.privacy')
  const { officerEmail, authority } = operator.dataProtection
  return (
    <>
      <ExampleNotice operator={operator} />
      <Section id="summary" title={t('summary.title')}>
        <Lines text={t('summary.text')} />
      </Section>
      <Section id="responsible" title={t('responsible.title')}>
        <OperatorAddress operator={operator} />
        <p>
          <OperatorContact email={operator.email} phone={operator.phone} />
        </p>
        <p className="max-w-2xl">
          {t.rich('responsible.officer', { email: () => <MailLink email={officerEmail} /> })}
        </p>
      </Section>
      <Section id="stored" title={t('stored.title')}>
        {STORED.map((row) => (
          <Stored key={row} row={row} />
        ))}
      </Section>
      <Section id="browser" title={t('browser.title')}>
        <Lines text={t('browser.text')} />
      </Section>
      <Section id="recipients" title={t('recipients.title')}>
        <Lines text={t('recipients.text')} />
        {photonHost && <p className="max-w-2xl">{t('recipients.photon', { host: photonHost })}</p>}
      </Section>
      <Section id="rights" title={t('rights.title')}>
        <Lines text={t('rights.text')} />
        <p>
          {t('rights.complaint')} <TextLink href={authority.website}>{authority.name}</TextLink>
        </p>
      </Section>
    </>
  )
}

function Stored({ row }: { row: (typeof STORED)[number] }) {
  const t = useTranslations('publicPages.privacy')
  return (
    <section aria-labelledby={row} className="rounded-2xl border border-line bg-sheet p-4 sm:p-5">
      <h3 id={row} className="font-bold font-display text-lg">
        {t(`rows.${row}.title`)}
      </h3>
      <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-[8rem_1fr] sm:gap-y-2">
        {ASPECTS.map((aspect) => (
          <div key={aspect} className="contents">
            <dt className="text-muted">{t(aspect)}</dt>
            <dd className="mb-2 min-w-0 sm:mb-0">{t(`rows.${row}.${aspect}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
