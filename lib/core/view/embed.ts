/** The map or its list in somebody else's page, and its form in the address: `show=map`, `show=list`; both without it. */

export const EMBED_PARTS = ['both', 'map', 'list'] as const
export type EmbedPart = (typeof EMBED_PARTS)[number]

/** Reads what is shown; anything unknown is both. */
export function parseEmbedPart(text: string | null): EmbedPart {
  return EMBED_PARTS.find((part) => part === text) ?? 'both'
}

/** The embedded page with the filter, order and camera of an address; a table is not for frames. */
export function toEmbedPath(locale: string, part: EmbedPart, search: string): string {
  const params = new URLSearchParams(search)
  params.delete('t')
  if (part === 'both') params.delete('show')
  else params.set('show', part)
  return `/${locale}/embed${formatSearch(params)}`
}

/** The whole page with the same view as an embedded one. */
export function toWholePath(locale: string, search: string): string {
  const params = new URLSearchParams(search)
  params.delete('show')
  return `/${locale}${formatSearch(params)}`
}

/** Lines to copy into another page. Quotes are escaped, so that no filter breaks out of its attribute. */
export function formatEmbedCode(address: string, title: string): string {
  const [src, name] = [address, title].map((text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
  return `<iframe src="${src}" title="${name}"\n  width="100%" height="600" loading="lazy" style="border: 0"></iframe>`
}

function formatSearch(params: URLSearchParams): string {
  return params.size > 0 ? `?${params.toString().replaceAll('%2C', ',')}` : ''
}
