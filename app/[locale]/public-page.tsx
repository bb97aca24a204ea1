/** What the pages that a city owes its visitors have in common: frame, title and lead. */
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageFrame } from '#components/page-frame.tsx'
import { readCity } from '#lib/city.ts'
import { readSnapshot } from '#lib/data/snapshot-cache.ts'
import type { PublicPage as PublicPageName } from '#lib/domain/paths.ts'
import { routing } from '#lib/i18n/routing.ts'

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
