/**
 * What the operator chose for the basemap: `BASEMAP` (a PMTiles file, or `schematic`), `BASEMAP_STYLE` (a style
 * address), `BASEMAP_HOSTS` (further hosts that the style may draw from, by commas), `DATA_DIR` (for the cache).
 */

/** The grey web style of basemap.de, whose tiles and sprite come from the same host. */
const BASEMAP_DE = {
  styleUrl: 'https://sgx.geodatenzentrum.de/gdz_basemapde_vektor/styles/bm_web_gry.json',
  attribution:
    '<a href="https://basemap.de">© GeoBasis-DE / BKG</a> <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>',
}

export type BasemapSettings = {
  /** A PMTiles file to open first; null without one. */
  file: string | null
  /** The style to fetch when there is no file; null for the schematic map at once. */
  style: { url: string; hosts: ReadonlySet<string>; attribution: string } | null
  cacheDirectory: string
}

/** Reads the settings; throws when `BASEMAP_STYLE` is no https address. */
export function readBasemapSettings(env: Readonly<Record<string, string | undefined>>): BasemapSettings {
  const cacheDirectory = `${env.DATA_DIR || '.data'}/basemap-cache`
  if (env.BASEMAP === 'schematic') return { file: null, style: null, cacheDirectory }
  const url = env.BASEMAP_STYLE || BASEMAP_DE.styleUrl
  if (!URL.canParse(url) || !url.startsWith('https://'))
    throw new Error(`BASEMAP_STYLE is ${url}, but must be an https address of a MapLibre style.`)
  const host = new URL(url).host
  const more = (env.BASEMAP_HOSTS ?? '').split(',').map((name) => name.trim().toLowerCase())
  const attribution = url === BASEMAP_DE.styleUrl ? BASEMAP_DE.attribution : host
  return {
    file: env.BASEMAP || null,
    style: { url, hosts: new Set([host, ...more].filter((name) => name !== '')), attribution },
    cacheDirectory,
  }
}
