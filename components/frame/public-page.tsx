/** What the pages that a city owes its visitors have in common: frame, title and lead. */
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageFrame } from '#components/frame/page-frame.tsx'
import type { PublicPageName } from '#lib/core/view/paths.ts'
import type { PublicFrame } from '#lib/server/pages/load-public-page.ts'

type Props = { frame: PublicFrame; page: PublicPageName; children: ReactNode }

export async function PublicPage({ frame: { locale, city, isDemonstration }, page, children }: Props) {
  const t = await getTranslations({ locale, namespace: `publicPages.${page}` })
  return (
    <PageFrame city={city} title={t('title')} lead={t('lead')} isDemonstration={isDemonstration}>
      {children}
    </PageFrame>
  )
}
