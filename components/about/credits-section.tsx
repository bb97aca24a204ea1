/** Whose ground and whose software it is. */
import { useTranslations } from 'next-intl'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'

const LICENSE = 'https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12'

type Part = { text: string; href: string | null }

/** `credits` holds the basemap's attributions in pieces; none where it is the schematic map. */
export function CreditsSection({ credits }: { credits: readonly (readonly Part[])[] }) {
  const t = useTranslations('about.credits')
  return (
    <Section id="credits" title={t('title')}>
      {credits.length === 0 ? (
        <p className="max-w-2xl">{t('schematic')}</p>
      ) : (
        credits.map((parts) => (
          <p key={parts.map(({ text }) => text).join('')} className="max-w-2xl">
            {t('ground')}{' '}
            {parts.map(({ text, href }) =>
              href ? (
                <TextLink key={text} href={href}>
                  {text}
                </TextLink>
              ) : (
                text
              ),
            )}
          </p>
        ))
      )}
      <p className="max-w-2xl">
        {t('software')} <TextLink href={LICENSE}>{t('license')}</TextLink>
      </p>
    </Section>
  )
}
