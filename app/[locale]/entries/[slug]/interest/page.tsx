/** "I am interested": a message to the person who offers the space. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { InterestForm } from '#components/interest/interest-form.tsx'
import { RulesSection } from '#components/interest/rules-section.tsx'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { sendInterest } from '#lib/server/actions/interest.ts'
import { loadOfferedSpace } from '#lib/server/pages/load-entry.ts'

type Props = { params: Promise<{ locale: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: 'interest' })
  return { title: `${t('title')} · Keimzelle`, robots: { index: false } }
}

export default async function InterestPage({ params }: Props) {
  const { locale: asked, slug } = await params
  const locale = toLocale(asked)
  const { city, name, isDemonstration } = await loadOfferedSpace(slug, locale)
  const t = await getTranslations({ locale, namespace: 'interest' })
  return (
    <PageFrame
      city={city}
      title={t('title')}
      lead={t('lead', { space: name })}
      isDemonstration={isDemonstration}
    >
      <p className="mt-6 mb-8 max-w-2xl">{t('text')}</p>
      <RulesSection />
      <InterestForm slug={slug} send={sendInterest} />
    </PageFrame>
  )
}
