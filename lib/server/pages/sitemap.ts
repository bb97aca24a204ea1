/** The list of pages for search engines (sitemaps.org 0.9), in parts, since one file may hold 50,000 addresses. */

import { LOCALES } from '#lib/core/i18n/routing.ts'
import { toEntryPath } from '#lib/core/view/paths.ts'
import type { Snapshot } from '#lib/server/published/snapshot.ts'

/** In two languages each. */
export const ENTRIES_PER_PART = 20_000

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

type Published = Pick<Snapshot, 'demonstration'> & { entries: readonly { slug: string }[] }

/** The index of all parts. */
export function formatSitemapIndex(published: Published, origin: string): string {
  const parts = Array.from({ length: countParts(published) }, (_, part) => `${origin}/sitemaps/${part}.xml`)
  const items = parts.map((address) => `<sitemap><loc>${escapeXml(address)}</loc></sitemap>\n`)
  return `${HEAD}<sitemapindex ${SCHEMA}>\n${items.join('')}</sitemapindex>\n`
}

/** One part; null where there is no such part. The first begins with the pages that are no entries; invented entries stay out. */
export function formatSitemapPart(published: Published, origin: string, part: number): string | null {
  if (part >= countParts(published)) return null
  const first = part * ENTRIES_PER_PART
  const entries = published.demonstration ? [] : published.entries.slice(first, first + ENTRIES_PER_PART)
  const pages = [
    ...(part === 0 ? [(locale: string) => `/${locale}`] : []),
    ...entries.map(
      ({ slug }) =>
        (locale: string) =>
          toEntryPath(locale, slug),
    ),
  ]
  const items = pages.map((toPath) => formatPage(toPath, origin)).join('')
  return `${HEAD}<urlset ${SCHEMA} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${items}</urlset>\n`
}

function countParts({ demonstration, entries }: Published): number {
  return demonstration ? 1 : Math.max(1, Math.ceil(entries.length / ENTRIES_PER_PART))
}

/** The page in each language, each naming all. */
function formatPage(toPath: (locale: string) => string, origin: string): string {
  const addresses = LOCALES.map((locale) => ({ locale, address: escapeXml(origin + toPath(locale)) }))
  const links = addresses
    .map(({ locale, address }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address}"/>`)
    .join('')
  return addresses.map(({ address }) => `<url><loc>${address}</loc>${links}</url>\n`).join('')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
