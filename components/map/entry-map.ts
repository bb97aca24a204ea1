/** Makes the map and ties its behaviours together; this file and what it imports load after the list. */
import { AttributionControl, Map as MapLibreMap, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import type { Camera } from '#lib/domain/view.ts'
import type { Locale } from '#lib/i18n/routing.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import { FACES, type Theme } from '#lib/style/tokens.ts'
import { createEntriesSource } from './entries-source.ts'
import { showGroups } from './groups-layer.ts'
import { followCamera, showEntry } from './map-camera.ts'
import { drawMissingImages } from './map-images.ts'
import { answerPointer } from './map-pointer.ts'
import { offerPrint } from './map-print.ts'
import { type MapState, watchState } from './map-state.ts'
import { fetchBasemap, groundStyle, withEntries } from './map-style.ts'
import { markPlace } from './place-mark.ts'

const MIN_ZOOM = 8
const MAX_ZOOM = 19

export type EntryMapOptions = {
  container: HTMLElement
  camera: Camera
  locale: Locale
  /** MapLibre's own texts by its keys. */
  texts: Record<string, string>
  onState(state: MapState): void
  /** Whether the basemap is the schematic one. */
  onSchematic(isSchematic: boolean): void
}

/** Opens the map until the signal aborts; throws where the browser cannot draw it. */
export async function openEntryMap(options: EntryMapOptions, signal: AbortSignal): Promise<void> {
  const { container, camera, locale, texts } = options
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const themeOf = (): Theme => (dark.matches ? 'dark' : 'light')
  // Labels are drawn with the page's faces, which have to be there first.
  await Promise.all(Object.values(FACES).map((face) => document.fonts.load(`16px "${face}"`)))
  if (signal.aborted) return
  setWorkerUrl('/maplibre/maplibre-gl-worker.mjs')
  const map = new MapLibreMap({
    container,
    style: groundStyle(themeOf(), locale),
    center: [camera.lng, camera.lat],
    zoom: camera.zoom,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    maxPitch: 0,
    dragRotate: false,
    attributionControl: false,
    locale: texts,
  })
  signal.addEventListener('abort', () => map.remove())
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new AttributionControl({ compact: true }), 'bottom-right')
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right')
  drawMissingImages(map)
  const work = watchState(map, options.onState, signal)
  await work.track(map.once('style.load'))
  if (signal.aborted) return

  const source = createEntriesSource(map, work)
  map.on('moveend', source.update)
  signal.addEventListener('abort', useExplorer.subscribe(source.update))
  followCamera(map, signal)
  answerPointer(map, source)
  markPlace(map, signal)
  offerPrint(map, signal)
  source.update()
  showGroups(map, work, signal)
  const { selected, camera: linked } = useExplorer.getState()
  if (selected !== null && !linked) showEntry(map, selected)

  const change = () => void work.track(laySkin(map, themeOf(), options, signal))
  dark.addEventListener('change', change, { signal })
  change()
}

/** Lays basemap and layers of a theme beneath the data that the map holds; without a basemap the ground stays plain. */
async function laySkin(
  map: MapLibreMap,
  theme: Theme,
  { locale, onSchematic }: EntryMapOptions,
  signal: AbortSignal,
): Promise<void> {
  const basemap = await fetchBasemap(theme, locale, signal).catch((fault: unknown) => {
    if (!signal.aborted) console.error(fault)
    return null
  })
  if (signal.aborted) return
  map.setStyle(basemap ?? groundStyle(theme, locale), {
    transformStyle: (before, next) =>
      basemap
        ? withEntries(next, before?.sources ?? {}, theme, locale)
        : { ...next, sources: before?.sources ?? next.sources },
  })
  onSchematic(basemap?.metadata.schematic ?? false)
}
