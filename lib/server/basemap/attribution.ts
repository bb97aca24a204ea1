/**
 * Attribution as safe HTML: links to http(s) addresses stay, everything else becomes plain text, because it comes
 * from a file or a server that is not ours.
 */
import type { Locale } from '#lib/core/i18n/routing.ts'

/** Those whose licences ask for a link, wherever their names stand as plain text. */
const KNOWN: [RegExp, string][] = [
  [/(?:© ?)?OpenStreetMap(?:[ -]contributors|-Mitwirkende)?/, 'https://www.openstreetmap.org/copyright'],
  [/© ?OpenMapTiles/, 'https://openmaptiles.org/'],
]

/** Rebuilds an attribution from its links and its text; known names are linked, OpenStreetMap's in the reader's language. */
export function formatAttribution(html: string, locale: Locale): string {
  const parts = html.slice(0, 2000).split(/(<a\b[^>]*>[\s\S]*?<\/a>)/i)
  const safe = parts.map((part) => {
    const link = /^<a\b[^>]*?\bhref\s*=\s*["']?(https?:\/\/[^"'\s>]+)[^>]*>([\s\S]*?)<\/a>$/i.exec(part)
    const text = toText(link ? (link[2] ?? '') : part)
    return link?.[1] && text ? formatLink(link[1], text) : withKnownLinked(text)
  })
  const text = safe.join('').replace(/\s+/g, ' ').trim()
  return locale === 'de' ? text.replace('OpenStreetMap contributors', 'OpenStreetMap-Mitwirkende') : text
}

function formatLink(href: string, text: string): string {
  return `<a href="${href.replaceAll('"', '%22').replaceAll('<', '%3C')}" target="_blank" rel="noopener noreferrer">${text}</a>`
}

function withKnownLinked(text: string): string {
  return KNOWN.reduce(
    (linked, [name, href]) => linked.replace(name, (found) => formatLink(href, found)),
    text,
  )
}

/** Tags go, the commonest entities are read, what is left is escaped. */
function toText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&copy;/g, '©')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;|&gt;/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
