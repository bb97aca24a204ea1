/** What search engines and shared links learn of an entry's page. */
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { toMark } from '#lib/core/domain/listed-entry.ts'
import { toLocale } from '#lib/core/i18n/routing.ts'
import { toEntryPath, toEntryPicturePath } from '#lib/core/view/paths.ts'
import { readCity } from '#lib/server/city.ts'
import { toOrigin } from '#lib/server/http/public-url.ts'
import { readEntry } from '#lib/server/published/read-entry-details.ts'
import { toPageMetadata } from './page-metadata.ts'

const MAX_DESCRIPTION_LENGTH = 160

/** Empty for a slug without an entry. An invented entry is never indexed. */
export async function readEntryMetadata(slug: string, asked: string): Promise<Metadata> {
  const found = await readEntry(slug)
  if (!found) return {}
  const locale = toLocale(asked)
  const t = await getTranslations({ locale })
  const { entry, demonstration } = found
  const { name, summary } = entry
  const mark = toMark(entry)
  const type = mark.kind === 'business' ? t(`disciplines.${mark.discipline}`) : t(`uses.${mark.use}`)
  const place = entry.district ?? readCity().name[locale]
  const description = t('entry.description', { type, place, summary }).trim()
  return toPageMetadata({
    origin: toOrigin(await headers()),
    locale,
    siteName: t('site.name'),
    title: t('entry.pageTitle', { name, type, place }),
    description: shorten(description),
    toPath: (other) => toEntryPath(other, slug),
    picture: { path: toEntryPicturePath(locale, slug), alt: t('entry.picture', { name, type, place }) },
    isIndexed: !demonstration,
  })
}

/** Cut at a word. */
function shorten(text: string): string {
  if (text.length <= MAX_DESCRIPTION_LENGTH) return text
  return `${text.slice(0, MAX_DESCRIPTION_LENGTH - 1).replace(/\s+\S*$/, '')}…`
}
