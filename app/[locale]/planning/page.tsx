/** Planning: where a creative quarter could grow. The frame comes from the server, everything in it is worked out in the browser. */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { PlanningFrame } from '#components/planning/planning-frame.tsx'
import { PlanningPage } from '#components/planning/planning-page.tsx'
import { routing } from '#lib/core/i18n/routing.ts'
import { toPlanningMessages } from '#lib/core/i18n/staff-messages.ts'
import { loadCityName, loadFrame } from '#lib/server/pages/load-frame.ts'

type Props = { params: Promise<{ locale: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'planning' })
  return {
    title: `${t('page')} · Keimzelle`,
    description: t('lead', { city: loadCityName(locale) }),
    alternates: { languages: { de: '/de/planning', en: '/en/planning' } },
  }
}

export default async function Planning({ params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const [frame, messages] = await Promise.all([loadFrame(locale), getMessages({ locale })])
  return (
    <PlanningFrame city={frame.city}>
      <NextIntlClientProvider messages={toPlanningMessages(messages)}>
        <PlanningPage {...frame} />
      </NextIntlClientProvider>
    </PlanningFrame>
  )
}
