/** Planning: where a creative quarter could grow. The frame comes from the server, everything in it is worked out in the browser. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { PlanningFrame } from '#components/planning/planning-frame.tsx'
import { PlanningPage } from '#components/planning/planning-page.tsx'
import { routing } from '#lib/core/i18n/routing.ts'
import { toPlanningMessages } from '#lib/core/i18n/staff-messages.ts'
import { readCity } from '#lib/server/city.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

type Props = { params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'planning' })
  return {
    title: `${t('page')} · Keimzelle`,
    description: t('lead', { city: readCity().name[locale] }),
    alternates: { languages: { de: '/de/planning', en: '/en/planning' } },
  }
}

export default async function Planning({ params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const [snapshot, messages] = await Promise.all([readSnapshot().catch(() => null), getMessages({ locale })])
  const city = readCity()
  return (
    <PlanningFrame city={city.name[locale]}>
      <NextIntlClientProvider messages={toPlanningMessages(messages)}>
        <PlanningPage
          city={city.name[locale]}
          camera={city.camera}
          isDemonstration={snapshot?.demonstration ?? false}
        />
      </NextIntlClientProvider>
    </PlanningFrame>
  )
}
