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

/** A path of our own to go on to, from `next=`; `fallback` for anything that could lead elsewhere. */
export function toOwnPath(next: string | null | undefined, fallback: string): string {
  const fine =
    next &&
    next.length <= 500 &&
    /^\/[a-z]{2}(?:[/?#][\w\-./?=&%,~:+!]*)?$/.test(next) &&
    !next.includes('//')
  return fine ? next : fallback
}
