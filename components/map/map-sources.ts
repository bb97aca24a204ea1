/** Names, for the map's attribution, where the entries come from and under which licence. */
const LIMIT_MILLISECONDS = 10_000

type Source = { title: string; attribution: string; license: string; licenseUrl: string | null }

/** HTML, one text or link per source; empty where the server does not tell in time: the map goes on without. */
export async function fetchEntrySources(signal: AbortSignal): Promise<string[]> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MILLISECONDS)])
    const response = await fetch('/api/v1', { signal: limit })
    if (!response.ok) throw new Error(`The list of sources answered ${response.status}.`)
    const { licenses } = (await response.json()) as { licenses: Source[] }
    return licenses.map(formatSource)
  } catch (fault) {
    if (!signal.aborted) console.error(fault)
    return []
  }
}

function formatSource({ title, attribution, license, licenseUrl }: Source): string {
  const text = escapeHtml(`${attribution || title} (${license})`)
  return licenseUrl && /^https?:\/\//.test(licenseUrl)
    ? `<a href="${escapeHtml(licenseUrl)}" target="_blank" rel="noopener noreferrer">${text}</a>`
    : text
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
