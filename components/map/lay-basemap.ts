/** Lays the basemap under a small map and lays it anew when the system's theme changes. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Theme } from '#lib/style/tokens.ts'
import { fetchBasemap } from './map-style.ts'
import type { MapPlace } from './use-map.ts'

const DARK = '(prefers-color-scheme: dark)'

/** The theme of the system. */
export function readTheme(): Theme {
  return window.matchMedia(DARK).matches ? 'dark' : 'light'
}

/** The map is idle once the ground is there, or has failed to come. */
export async function layBasemap(
  map: MapLibreMap,
  { locale, onSchematic, onState }: MapPlace,
  signal: AbortSignal,
): Promise<void> {
  const lay = () =>
    fetchBasemap(readTheme(), locale, signal).then(
      (style) => {
        if (signal.aborted) return
        map.setStyle(style)
        onSchematic(style.metadata.schematic ?? false)
      },
      (fault: unknown) => !signal.aborted && console.error(fault),
    )
  window.matchMedia(DARK).addEventListener('change', lay, { signal })
  await lay()
  if (!signal.aborted) map.once('idle', () => onState('idle'))
}
