/** Addresses of pages that more than one room writes or reads. */

/** The explore page in a language, or the page of the entry that is open there. */
export function toExplorePath(locale: string, slug: string | null): string {
  return slug === null ? `/${locale}` : toEntryPath(locale, slug)
}

/** The page of an entry in a language. */
export function toEntryPath(locale: string, slug: string): string {
  return `/${locale}/entries/${encodeURIComponent(slug)}`
}

/** The slug in the path of an entry's page; null for any other path. */
export function parseEntryPath(path: string): string | null {
  const slug = /^\/[a-z]{2}\/entries\/([a-z0-9-]+)\/?$/.exec(path)?.[1]
  return slug ?? null
}

/** Parameters as a page is given them. */
export type Asked = Record<string, string | string[] | undefined>

/** The same as an address holds them; of a repeated one, the first. */
export function toSearchParams(asked: Asked): URLSearchParams {
  return new URLSearchParams(
    Object.entries(asked).map(([key, value]) => [key, (Array.isArray(value) ? value[0] : value) ?? '']),
  )
}
