import '../globals.css'
import { Sprout } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale, NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { readCity } from '#lib/city.ts'
import { LOCALES, routing } from '#lib/i18n/routing.ts'

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations('site')
  const city = readCity().name[locale === 'en' ? 'en' : 'de']
  return { title: t('title', { city }), description: t('description', { city }) }
}

export default async function Layout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const t = await getTranslations('site')
  return (
    <html lang={locale}>
      <body className="flex h-dvh flex-col">
        <a
          href="#results"
          className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-sheet focus:p-3"
        >
          {t('skip')}
        </a>
        <header className="flex h-14 shrink-0 items-center justify-between border-line border-b bg-sheet px-4">
          <a href={`/${locale}`} className="flex items-center gap-2 font-bold font-display text-xl">
            <span
              aria-hidden
              className="grid size-8 place-items-center rounded-lg bg-seedling text-on-seedling"
            >
              <Sprout className="size-5" />
            </span>
            {t('name')}
          </a>
          <nav aria-label={t('language')} className="flex gap-1 font-semibold text-sm">
            {LOCALES.map((other) => (
              <a
                key={other}
                href={`/${other}`}
                hrefLang={other}
                aria-current={other === locale ? 'true' : undefined}
                className="grid min-h-8 min-w-8 place-items-center rounded-md uppercase aria-[current]:bg-seedling-ground"
              >
                {other}
              </a>
            ))}
          </nav>
        </header>
        <NextIntlClientProvider>{children}</NextIntlClientProvider>
      </body>
    </html>
  )
}
