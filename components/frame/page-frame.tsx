/** The frame of pages that one reads: header, text, footer. */
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DemonstrationNotice } from '#components/register/demonstration-notice.tsx'
import { SiteHeader } from './site-header.tsx'
import { SiteLinks } from './site-links.tsx'

type Props = {
  city: string
  title: string
  /** One or two sentences below the title. */
  lead?: string
  isDemonstration: boolean
  /** Whether the header leads to the own account rather than to signing in. */
  isSignedIn?: boolean
  /** For a list with a map beside it. */
  isWide?: boolean
  /** What stands above the title. */
  above?: ReactNode
  children: ReactNode
}

export function PageFrame({
  city,
  title,
  lead,
  isDemonstration,
  isSignedIn = false,
  isWide = false,
  above,
  children,
}: Props) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-seedling px-4 py-2 font-semibold text-on-seedling focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {t('site.skipToContent')}
      </a>
      <SiteHeader city={city} isSignedIn={isSignedIn} />
      <main
        id="content"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-4 py-10 sm:px-8 sm:py-14 ${isWide ? 'max-w-7xl' : 'max-w-4xl'}`}
      >
        {above}
        {isDemonstration && <DemonstrationNotice className="mb-6" />}
        <h1 className="text-balance font-bold font-display text-4xl tracking-tight sm:text-5xl">{title}</h1>
        {lead && <p className="mt-4 max-w-2xl text-lg text-muted sm:text-xl">{lead}</p>}
        {children}
      </main>
      <footer className="border-line border-t bg-sheet py-6 text-sm print:hidden">
        <SiteLinks className="mx-auto mb-2 flex max-w-4xl flex-wrap gap-x-6 gap-y-2 px-4 font-semibold sm:px-8" />
        <ul className="mx-auto flex max-w-4xl flex-wrap gap-x-6 gap-y-2 px-4 sm:px-8">
          <li>
            <a href={`/${locale}`} className="inline-block min-h-6 underline-offset-2 hover:underline">
              {t('notFound.back')}
            </a>
          </li>
          <li>
            <a href={`/${locale}/about`} className="inline-block min-h-6 underline-offset-2 hover:underline">
              {t('site.pages.about')}
            </a>
          </li>
          <li>
            <a href="/api/v1" className="inline-block min-h-6 underline-offset-2 hover:underline">
              {t('site.interface')}
            </a>
          </li>
          <li className="text-muted sm:ml-auto">{t('site.software')}</li>
        </ul>
      </footer>
    </div>
  )
}
