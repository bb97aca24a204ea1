'use client'

/** The same page in the other languages, with filter and view as they are. */
import { usePathname } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { LOCALES } from '#lib/core/i18n/routing.ts'

export function LanguageLinks({ search }: { search: string }) {
  const t = useTranslations('site')
  const current = useLocale()
  const rest = usePathname().replace(/^\/[a-z]{2}(?=\/|$)/, '')
  return (
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
  )
}
