/** The frame of planning: header, the workbench as wide as the window, footer. */
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SiteHeader } from '#components/frame/site-header.tsx'
import { SiteLinks } from '#components/frame/site-links.tsx'

export function PlanningFrame({ city, children }: { city: string; children: ReactNode }) {
  const t = useTranslations('site')
  return (
    <div className="flex min-h-dvh flex-col print:block">
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-seedling px-4 py-2 font-semibold text-on-seedling focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {t('skipToContent')}
      </a>
      <SiteHeader city={city} />
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <footer className="border-line border-t bg-sheet px-4 py-5 text-sm sm:px-8 print:hidden">
        <SiteLinks className="flex flex-wrap gap-x-6 gap-y-2 font-semibold" />
      </footer>
    </div>
  )
}
