/** About this map, rendered on the server. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AboutPage } from '#components/about/about-page.tsx'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { toDay } from '#lib/core/domain/freshness.ts'
import { summarizeRegister } from '#lib/core/domain/register-summary.ts'
import { routing } from '#lib/core/i18n/routing.ts'
import { readBasemap } from '#lib/server/basemap/basemap.ts'
import { readCredits } from '#lib/server/basemap/credits.ts'
import { readCity } from '#lib/server/city.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

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
  const [snapshot, credits, t] = await Promise.all([
    readSnapshot().catch(() => null),
    readCredits(readBasemap(), locale),
    getTranslations({ locale, namespace: 'about' }),
  ])
  const city = readCity()
  const name = city.name[locale]
  const now = new Date()
  const summary = snapshot && summarizeRegister(snapshot.entries, toDay(now))
  return (
    <PageFrame
      city={name}
      title={t('title')}
      lead={t('lead', { city: name })}
      isDemonstration={snapshot?.demonstration ?? false}
    >
      <AboutPage
        register={summary && snapshot && { summary, sources: snapshot.sources }}
        operator={city.operator}
        credits={credits}
        year={now.getFullYear()}
      />
    </PageFrame>
  )
}
