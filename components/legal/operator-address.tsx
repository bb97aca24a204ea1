/** Who runs the map, and how to reach them. */
import { useTranslations } from 'next-intl'
import { TextLink } from '#components/ui/text-link.tsx'
import type { Operator } from '#lib/core/domain/city.ts'
import { MailLink } from './mail-link.tsx'

export function OperatorAddress({ operator }: { operator: Operator }) {
  return (
    <address className="not-italic">
      {operator.name}
      <br />
      {operator.street}
      <br />
      {operator.place}
    </address>
  )
}

export function OperatorContact({ email, phone }: Pick<Operator, 'email' | 'phone'>) {
  const t = useTranslations('publicPages.imprint')
  return (
    <>
      {t('email')}: <MailLink email={email} />
      <br />
      {t('phone')}: <TextLink href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</TextLink>
    </>
  )
}

/** Says that the details are still the placeholders. */
export function ExampleNotice({ operator }: { operator: Operator }) {
  const t = useTranslations('publicPages')
  if (!operator.isExample) return null
  return (
    <p
      role="note"
      className="mt-8 max-w-2xl rounded-xl border border-notice-line bg-notice-ground px-4 py-3 text-notice"
    >
      {t('example')}
    </p>
  )
}
