/** What search engines and shared links learn of a page. */
import type { Metadata } from 'next'
import { LOCALES } from '#lib/core/i18n/routing.ts'

type Page = {
  origin: string
  locale: string
  title: string
  description: string
  siteName: string
  /** The page's path in a language. */
  toPath(locale: string): string
  picture: { path: string; alt: string }
  isIndexed?: boolean
}

export const PICTURE_SIZE = { width: 1200, height: 630 }

/** Canonical address, the page in the other language, and the picture for shared links, all absolute. */
export function toPageMetadata(page: Page): Metadata {
  const { origin, locale, title, description, toPath, picture, isIndexed = true } = page
  const url = origin + toPath(locale)
  const languages = Object.fromEntries(LOCALES.map((other) => [other, origin + toPath(other)]))
  const images = [{ url: origin + picture.path, alt: picture.alt, ...PICTURE_SIZE }]
  return {
    title,
    description,
    alternates: { canonical: url, languages: { ...languages, 'x-default': origin + toPath(LOCALES[0]) } },
    robots: { index: isIndexed, follow: true },
    openGraph: { type: 'website', siteName: page.siteName, locale, url, title, description, images },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}
