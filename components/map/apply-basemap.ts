/** Lays the basemap under a small map and creates it again when the system's theme changes. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { onThemeChange, readTheme } from '#lib/client/store/system-theme.ts'
import { fetchBasemap } from './map-style.ts'
import type { MapSlot } from './use-map.ts'

/** The map is idle once the ground is there, or has failed to come. */
export async function applyBasemap(
  map: MapLibreMap,
  { locale, onSchematic, onState }: MapSlot,
  signal: AbortSignal,
): Promise<void> {
  const apply = () =>
    fetchBasemap(readTheme(), locale, signal).then(
      (style) => {
        if (signal.aborted) return
        map.setStyle(style)
        onSchematic(style.metadata.schematic ?? false)
      },
      (fault: unknown) => !signal.aborted && console.error(fault),
    )
  signal.addEventListener('abort', onThemeChange(apply))
  await apply()
  if (!signal.aborted) map.once('idle', () => onState('idle'))
}
