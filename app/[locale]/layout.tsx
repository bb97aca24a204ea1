/** The frame of every page: language, faces, texts. */
import '#app/globals.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { routing } from '#lib/core/i18n/routing.ts'
import { toPublicMessages } from '#lib/core/i18n/staff-messages.ts'

/** Each page carries the nonce of its own answer, so none is made ahead of it. */
export const dynamic = 'force-dynamic'

import { loadCityName } from '#lib/server/pages/load-frame.ts'

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale, namespace: 'site' })
  const city = loadCityName(locale)
  return {
    title: t('title', { city }),
    description: t('description', { city }),
  }
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const messages = toPublicMessages(await getMessages({ locale }))
  return (
    <html lang={locale}>
      <body>
        <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
