/** The map in easy language: one short sentence a line. */
import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '#components/ui/text-link.tsx'
import type { Operator } from '#lib/core/domain/city.ts'
import { toPublicPagePath } from '#lib/core/view/paths.ts'
import { Lines } from './lines.tsx'
import { OperatorContact } from './operator-address.tsx'

const PARTS = ['what', 'why', 'use', 'marks', 'interest', 'data'] as const

export function EasyRead({ city, operator }: { city: string; operator: Operator }) {
  const t = useTranslations('publicPages.easy')
  const locale = useLocale()
  return (
    <div className="text-lg leading-relaxed">
      {PARTS.map((part) => (
        <EasyPart key={part} id={part} title={t(`${part}.title`)} text={t(`${part}.text`, { city })} />
      ))}
      <EasyPart id="help" title={t('help.title')} text={t('help.text')} />
      <p className="mt-3">
        <OperatorContact email={operator.email} phone={operator.phone} />
      </p>
      <EasyPart id="barrier" title={t('barrier.title')} text={t('barrier.text')} />
      <p className="mt-3">
        <TextLink href={`${toPublicPagePath(locale, 'accessibility')}#feedback`}>
          {t('barrier.link')}
        </TextLink>
      </p>
      <p className="mt-12 max-w-2xl text-base text-muted">{t('unchecked')}</p>
    </div>
  )
}

function EasyPart({ id, title, text }: { id: string; title: string; text: string }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="mb-3 font-bold font-display text-2xl">
        {title}
      </h2>
      <Lines text={text} />
    </section>
  )
}
