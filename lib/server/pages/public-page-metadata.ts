/** Title and description of the pages that a city owes its visitors. */
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LOCALES, toLocale } from '#lib/core/i18n/routing.ts'
import { type PublicPageName, toPublicPagePath } from '#lib/core/view/paths.ts'

export async function readPublicPageMetadata(asked: string, page: PublicPageName): Promise<Metadata> {
  const locale = toLocale(asked)
  const t = await getTranslations({ locale, namespace: `publicPages.${page}` })
  return {
    title: `${t('title')} · Keimzelle`,
    description: t('lead'),
    alternates: {
      languages: Object.fromEntries(LOCALES.map((other) => [other, toPublicPagePath(other, page)])),
    },
  }
}
