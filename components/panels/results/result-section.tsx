'use client'

/** The landmark of the results, which the skip link leads to. The sentence stands before it, where it can stick beside the search. */
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

export function ResultSection({ children }: { children: ReactNode }) {
  const t = useTranslations('results')
  return (
    <section
      id="results"
      aria-label={t('label')}
      tabIndex={-1}
      className="-outline-offset-3 as-sheet:order-3 as-table:flex as-table:min-h-0 as-table:flex-1 as-table:flex-col"
    >
      {children}
    </section>
  )
}
