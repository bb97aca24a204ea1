/** Whom the map's ground comes from, for a page that one reads. */
import type { Locale } from '#lib/core/i18n/routing.ts'
import { formatAttribution } from './attribution.ts'
import type { Basemap } from './basemap.ts'

/** So long a page waits for a foreign server before it does without. */
const PATIENCE_MILLISECONDS = 1500

/** A piece of text, linked where `href` is not null. */
export type CreditPart = { text: string; href: string | null }

/** The attributions of the basemap that is shown, each once; empty for the schematic map and while a foreign server is silent. */
export async function readCredits(basemap: Basemap, locale: Locale): Promise<CreditPart[][]> {
  const late = new Promise<null>((done) => setTimeout(done, PATIENCE_MILLISECONDS, null))
  const style = await Promise.race([basemap.readStyle('light', locale), late]).catch(() => null)
  const found = Object.values(style?.sources ?? {}).flatMap((source) =>
    'attribution' in source && source.attribution ? formatAttribution(source.attribution, locale) : [],
  )
  return [...new Set(found)].map(splitAttribution)
}

/** Takes apart what `formatAttribution` has written: plain text and links, nothing else. */
export function splitAttribution(html: string): CreditPart[] {
  return html.split(/(<a [^>]*>[^<]*<\/a>)/).flatMap((piece) => {
    const [, href, text] = /^<a href="([^"]*)"[^>]*>([^<]*)<\/a>$/.exec(piece) ?? []
    if (href !== undefined && text !== undefined) return { text: toPlain(text), href: toPlain(href) }
    return piece ? { text: toPlain(piece), href: null } : []
  })
}

function toPlain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
