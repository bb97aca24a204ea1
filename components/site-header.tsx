'use client'

/** Brand, city, the ways through the house, and language. */
import { Sprout } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { LOCALES } from '#lib/i18n/routing.ts'

export function SiteHeader({ city }: { city: string }) {
  const t = useTranslations('site')
  const current = useLocale()
  const search = useSearchParams().toString().replaceAll('%2C', ',')
  const rest = usePathname().replace(/^\/[a-z]{2}(?=\/|$)/, '')
  return (
    <header className="sticky top-0 z-20 flex h-14 shrink-0 items-center justify-between border-line border-b bg-sheet px-4 print:hidden">
      <a href={`/${current}`} className="flex items-center gap-2.5">
        <span aria-hidden className="grid size-7 place-items-center rounded-lg bg-seedling text-on-seedling">
          <Sprout className="size-4.5" />
        </span>
        <span className="font-bold font-display text-xl tracking-tight">{t('name')}</span>
        <span className="mt-0.5 text-muted">{city}</span>
      </a>
      <nav aria-label={t('language')}>
        <ul className="flex gap-1">
          {LOCALES.map((locale) => (
            <li key={locale}>
              <a
                href={`/${locale}${rest}${search && `?${search}`}`}
                hrefLang={locale}
                lang={locale}
                aria-current={locale === current ? 'true' : undefined}
                className="relative grid h-9 min-w-10 place-items-center rounded-lg font-semibold text-muted text-sm uppercase hover:bg-paper aria-[current]:bg-seedling-ground aria-[current]:text-ink"
              >
                {locale}
                <span className="sr-only">: {t(`languages.${locale}`)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
