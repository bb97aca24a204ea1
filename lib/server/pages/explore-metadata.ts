/** What search engines and shared links learn of the explore page, whatever it is filtered by. */
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'
import { toOrigin } from '#lib/server/http/public-url.ts'
import { toPageMetadata } from './page-metadata.ts'

export async function readExploreMetadata(asked: string): Promise<Metadata> {
  const locale = toLocale(asked)
  const t = await getTranslations({ locale })
  const city = readCity().name[locale]
  return toPageMetadata({
    origin: toOrigin(await headers()),
    locale,
    siteName: t('site.name'),
    title: t('site.title', { city }),
    description: t('site.description', { city }),
    toPath: (other) => `/${other}`,
    picture: { path: `/${locale}/picture`, alt: t('entry.pictureOfMap', { city }) },
  })
}
