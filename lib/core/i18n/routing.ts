/** German first, English beside it; the language is the first part of every page's path. */
import { defineRouting } from 'next-intl/routing'

export const LOCALES = ['de', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The language of a path's first part; German for anything else. */
export function toLocale(asked: string): Locale {
  return LOCALES.find((locale) => locale === asked) ?? LOCALES[0]
}

export const routing = defineRouting({
  locales: LOCALES,
  defaultLocale: 'de',
  localePrefix: 'always',
  localeCookie: false,
  // Pages name their twins in the other language themselves, under the configured host.
  alternateLinks: false,
})
