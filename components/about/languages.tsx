/** The languages of the map, and what stays in its own. */
import { useLocale, useTranslations } from 'next-intl'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { LOCALES } from '#lib/core/i18n/routing.ts'

export function Languages() {
  const t = useTranslations()
  const current = useLocale()
  return (
    <Section id="languages" title={t('about.languages.title')}>
      <p className="max-w-2xl">{t('about.languages.text')}</p>
      <ul className="flex gap-5">
        {LOCALES.filter((locale) => locale !== current).map((locale) => (
          <li key={locale}>
            <TextLink href={`/${locale}/about`} hrefLang={locale} lang={locale}>
              {t(`site.languages.${locale}`)}
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
