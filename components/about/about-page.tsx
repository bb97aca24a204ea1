/** The page about the map: what it holds, where that comes from, how it is made, how to take part and how to take it along. */
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import type { Operator } from '#lib/core/domain/city.ts'
import type { RegisterSummary } from '#lib/core/domain/register-summary.ts'
import { Contribute } from './contribute.tsx'
import { CreditsSection } from './credits-section.tsx'
import { EmbedCode } from './embed-code.tsx'
import { FreshnessBar } from './freshness-bar.tsx'
import { InterfaceExamples } from './interface-examples.tsx'
import { Languages } from './languages.tsx'
import { Method } from './method.tsx'
import { RegisterCounts } from './register-counts.tsx'
import { type ListedSource, SourcesSection } from './sources-section.tsx'

type Props = {
  /** Null while the register has never answered. */
  register: { summary: RegisterSummary; sources: readonly ListedSource[] } | null
  operator: Operator
  year: number
} & ComponentProps<typeof CreditsSection>

const CHAPTERS = [
  'counts',
  'freshness',
  'sources',
  'method',
  'contribute',
  'languages',
  'embed',
  'interface',
  'credits',
] as const

export function AboutPage({ register, operator, credits, year }: Props) {
  const t = useTranslations('about')
  const chapters = register ? CHAPTERS : CHAPTERS.slice(3)
  return (
    <>
      <nav aria-label={t('contents')} className="mt-8 print:hidden">
        <ul className="flex flex-wrap gap-2">
          {chapters.map((chapter) => (
            <li key={chapter}>
              <a
                href={`#${chapter}`}
                className="inline-flex min-h-8 items-center rounded-full border border-line bg-sheet px-3 font-medium text-sm hover:border-edge"
              >
                {t(`${chapter}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {register ? (
        <>
          <RegisterCounts summary={register.summary} />
          <FreshnessBar summary={register.summary} />
          <SourcesSection sources={register.sources} entries={register.summary.bySource} />
        </>
      ) : (
        <p className="mt-10">{t('unreadable')}</p>
      )}
      <Method />
      <Contribute operator={operator} />
      <Languages />
      <EmbedCode />
      <InterfaceExamples year={year} />
      <CreditsSection credits={credits} />
    </>
  )
}
