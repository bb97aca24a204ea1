/** Addresses of pages that more than one room writes or reads. */

/** The page of an entry in a language. */
export function toEntryPath(locale: string, slug: string): string {
  return `/${locale}/entries/${encodeURIComponent(slug)}`
}

/** The slug in the path of an entry's page; null for any other path. */
export function parseEntryPath(path: string): string | null {
  const slug = /^\/[a-z]{2}\/entries\/([a-z0-9-]+)\/?$/.exec(path)?.[1]
  return slug ?? null
}
