/** About this map, rendered on the server. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AboutPage } from '#components/about/about-page.tsx'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { routing } from '#lib/core/i18n/routing.ts'
import { loadAbout } from '#lib/server/pages/load-about.ts'

type Props = { params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'about' })
  return {
    title: `${t('title')} · Keimzelle`,
    alternates: { languages: { de: '/de/about', en: '/en/about' } },
  }
}

export default async function About({ params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const { city, isDemonstration, about } = await loadAbout(locale)
  const t = await getTranslations({ locale, namespace: 'about' })
  return (
    <PageFrame city={city} title={t('title')} lead={t('lead', { city })} isDemonstration={isDemonstration}>
      <AboutPage {...about} />
    </PageFrame>
  )
}
