/** What the pages that a city owes its visitors have in common: frame, title and lead. */
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageFrame } from '#components/frame/page-frame.tsx'
import { routing } from '#lib/core/i18n/routing.ts'
import type { PublicPage as PublicPageName } from '#lib/core/view/paths.ts'
import { readCity } from '#lib/server/city.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'

type Props = { params: Promise<{ locale: string }>; page: PublicPageName; children: ReactNode }

/** Without a database the page is there all the same. */
export async function PublicPage({ params, page, children }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const [snapshot, t] = await Promise.all([
    readSnapshot().catch(() => null),
    getTranslations({ locale, namespace: `publicPages.${page}` }),
  ])
  return (
    <PageFrame
      city={readCity().name[locale]}
      title={t('title')}
      lead={t('lead')}
      isDemonstration={snapshot?.demonstration ?? false}
    >
      {children}
    </PageFrame>
  )
}
