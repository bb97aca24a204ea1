/** Addresses of pages that more than one room writes or reads. */

/** The explore page in a language, or the page of the entry that is open there. */
export function toExplorePath(locale: string, slug: string | null): string {
  return slug === null ? `/${locale}` : toEntryPath(locale, slug)
}

/** The page of an entry in a language. */
export function toEntryPath(locale: string, slug: string): string {
  return `/${locale}/entries/${encodeURIComponent(slug)}`
}

/** Pages that a German city owes its visitors, by the last part of their path. */
export const PUBLIC_PAGES = ['imprint', 'privacy', 'accessibility', 'easy'] as const
export type PublicPageName = (typeof PUBLIC_PAGES)[number]

export function toPublicPagePath(locale: string, page: PublicPageName): string {
  return `/${locale}/${page}`
}

/** The picture that stands for an entry where its link is shared. */
export function toEntryPicturePath(locale: string, slug: string): string {
  return `${toEntryPath(locale, slug)}/picture`
}

/** The page from which one writes to the person who offers a space, and the pages behind the links of its mails. */
export function toInterestPath(locale: string, slug: string, step?: 'confirm' | 'reply'): string {
  return `${toEntryPath(locale, slug)}/interest${step ? `/${step}` : ''}`
}

/** What is shown in place of an entry that is not there; visitors meet it under the address of the entry. */
export function toAbsentPath(locale: string, slug: string): string {
  return `${toEntryPath(locale, slug)}/absent`
}

/** Language and slug in the path of an entry's page, as somebody may have typed them; null for any other path. */
export function parseEntryPath(path: string): { locale: string; slug: string } | null {
  const [, locale, slug] = /^\/([a-z]{2})\/entries\/([^/]+)\/?$/.exec(path) ?? []
  if (!locale || !slug) return null
  try {
    return { locale, slug: decodeURIComponent(slug) }
  } catch {
    return null
  }
}

/** The form for a new entry of a kind. */
export function toProposePath(locale: string, kind: 'space' | 'business' = 'space'): string {
  return `/${locale}/propose${kind === 'business' ? '?kind=business' : ''}`
}

/** The form for a change of an entry, for what is wrong with it, or for its end. */
export function toProposeChangePath(
  locale: string,
  slug: string,
  type: 'change' | 'objection' | 'closing',
): string {
  return `/${locale}/propose?type=${type}&target=${encodeURIComponent(slug)}`
}

/** Parameters as a page is given them. */
export type Asked = Record<string, string | string[] | undefined>

/** The same as an address holds them; of a repeated one, the first. */
export function toSearchParams(asked: Asked): URLSearchParams {
  return new URLSearchParams(
    Object.entries(asked).map(([key, value]) => [key, (Array.isArray(value) ? value[0] : value) ?? '']),
  )
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

/** Where one signs in, to go on to a path of our own. */
export function toSignInPath(locale: string, next: string): string {
  return `/${locale}/sign-in?next=${encodeURIComponent(next)}`
}

/** A person's own page. */
export function toAccountPath(locale: string): string {
  return `/${locale}/account`
}

/** The queue of proposals, or one of them. */
export function toModerationPath(locale: string, reference?: string): string {
  return `/${locale}/moderation${reference ? `/${encodeURIComponent(reference)}` : ''}`
}

/** Entries as staff works on them: all, or one. */
export function toStaffEntryPath(locale: string, slug?: string): string {
  return `/${locale}/moderation/entries${slug ? `/${encodeURIComponent(slug)}` : ''}`
}

/** Where staff brings files in, or the report on one of them. */
export function toImportPath(locale: string, job?: string): string {
  return `/${locale}/moderation/import${job ? `?job=${job}` : ''}`
}

/** The report on every row of an import, as a file. */
export function toImportReportPath(job: string): string {
  return `/data/import/${job}`
}

/** A page of the administration. */
export function toAdminPath(locale: string, page: '' | 'outbox' | 'audit' = ''): string {
  return `/${locale}/admin${page && `/${page}`}`
}

/** The explore map over a place. */
export function toMapPath(locale: string, { lng, lat }: { lng: number; lat: number }): string {
  return `/${locale}?c=${lng.toFixed(5)},${lat.toFixed(5)},17`
}

/** Where a version's two files are; they never change under their address. */
export function toSnapshotPaths(version: string): { points: string; texts: string } {
  return { points: `/data/${version}`, texts: `/data/${version}/texts` }
}

/** The basemap's style for names in a language and a theme. */
export function toBasemapStylePath(locale: string, theme: 'light' | 'dark'): string {
  return `/basemap/style/${locale}/${theme}`
}
