/** Names, for the map's attribution, where the entries come from and under which licence. */
import { escapeHtml } from '#lib/core/domain/html.ts'
import type { Source } from '#lib/core/domain/source.ts'

/** HTML: a text, or a link to the licence. */
export function formatSource({ title, attribution, license, licenseUrl }: Source): string {
  const text = escapeHtml(`${attribution || title} (${license})`)
  return licenseUrl && /^https?:\/\//.test(licenseUrl)
    ? `<a href="${escapeHtml(licenseUrl)}" target="_blank" rel="noopener noreferrer">${text}</a>`
    : text
}
