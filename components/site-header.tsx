'use client'

/** Brand, city, the ways through the house, and language. */
import { Sprout } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { LanguageLinks } from './site-languages.tsx'
import { SiteLinks } from './site-links.tsx'
import { SiteMenu } from './site-menu.tsx'
import { SiteNavigation } from './site-navigation.tsx'

export function SiteHeader({ city }: { city: string }) {
  const t = useTranslations('site')
  const current = useLocale()
  const search = useSearchParams().toString().replaceAll('%2C', ',')
  return (
    <header className="sticky top-0 z-20 flex h-14 shrink-0 items-center gap-6 border-line border-b bg-sheet px-4 print:hidden">
      <a href={`/${current}`} className="flex min-w-0 items-center gap-2.5">
        <span
          aria-hidden
          className="grid size-7 shrink-0 place-items-center rounded-lg bg-seedling text-on-seedling"
        >
          <Sprout className="size-4.5" />
        </span>
        <span className="font-bold font-display text-xl tracking-tight">{t('name')}</span>
        <span className="mt-0.5 truncate text-muted">{city}</span>
      </a>
      <nav aria-label={t('navigation')} className="hidden md:block">
        <SiteNavigation search={search} className="flex gap-1" />
      </nav>
      <nav aria-label={t('language')} className="ml-auto hidden md:block">
        <LanguageLinks search={search} />
      </nav>
      <SiteMenu>
        <nav aria-label={t('navigation')}>
          <SiteNavigation search={search} className="grid gap-1" />
        </nav>
        <nav aria-label={t('language')} className="border-line border-t pt-2">
          <LanguageLinks search={search} />
        </nav>
        <SiteLinks className="grid gap-1 border-line border-t px-3 pt-3 [&_a]:min-h-9" />
      </SiteMenu>
    </header>
  )
}
