/** Makes the map and ties its behaviours together; this file and what it imports load after the list. */
import { AttributionControl, type Map as MapLibreMap, type StyleSpecification } from 'maplibre-gl'
import { showDensity } from '#components/map/layers/density-layer.ts'
import { showGroups } from '#components/map/layers/groups-layer.ts'
import { pinAddress } from '#components/map/marks/address-pin.ts'
import { createEntriesSource } from '#components/map/marks/entries-source.ts'
import { answerPointer, openItem } from '#components/map/marks/map-pointer.ts'
import { createMarksCanvas } from '#components/map/marks/marks-canvas.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { onThemeChange, readTheme } from '#lib/client/store/system-theme.ts'
import type { Source } from '#lib/core/domain/source.ts'
import type { BasemapStyle } from '#lib/core/style/basemap/basemap-style.ts'
import type { Theme } from '#lib/core/style/tokens.ts'
import type { Camera } from '#lib/core/view/view.ts'
import { createMap } from './create-map.ts'
import { followCamera } from './map-camera.ts'
import { drawMissingImages } from './map-images.ts'
import { offerPosition } from './map-position.ts'
import { offerPrint } from './map-print.ts'
import { reportProblem, settleProblem, watchProblems } from './map-problems.ts'
import { formatSource } from './map-sources.ts'
import { useMapStage } from './map-stage.ts'
import { watchState } from './map-state.ts'
import { fetchBasemap, plainStyle, withEntries } from './map-style.ts'
import type { MapSlot } from './use-map.ts'

/** How long the map waits for its basemap before it opens on plain ground. */
const PATIENCE_MILLISECONDS = 500

export type EntryMapOptions = MapSlot & {
  camera: Camera
  sources: readonly Source[]
  /** MapLibre's own texts by its keys. */
  texts: Record<string, string>
}

/** Opens the map until the signal aborts; throws where the browser cannot draw it. */
export async function openEntryMap(options: EntryMapOptions, signal: AbortSignal): Promise<void> {
  // The page has had it fetched already; where it is there in time, the map need not be laid twice.
  const skin = fetchSkin(readTheme(), options, signal)
  const late = new Promise<null>((done) => setTimeout(done, PATIENCE_MILLISECONDS, null))
  const first = await Promise.race([skin, late])
  const ground = first ?? { theme: readTheme(), basemap: null }
  const map = await createMap({ ...options, style: withEntries(toBase(ground), {}, ground.theme) }, signal)
  if (!map) return
  signal.addEventListener('abort', () => useMapStage.setState(useMapStage.getInitialState()))
  const customAttribution = options.sources.map(formatSource)
  map.addControl(new AttributionControl({ compact: true, customAttribution }))
  drawMissingImages(map)
  watchProblems(map, signal)
  const work = watchState(map, options.onState, signal)
  await work.track(map.once('style.load'))
  if (signal.aborted) return
  const marks = createMarksCanvas(map, work, signal)
  showEntries({ map, marks, locale: options.locale, work, signal })
  const change = (coming: Promise<Skin>) => {
    marks.setTheme(readTheme())
    void work.track(coming.then((next) => applySkin(map, next, options, signal)))
  }
  signal.addEventListener(
    'abort',
    onThemeChange(() => change(fetchSkin(readTheme(), options, signal))),
  )
  if (first) noteSkin(first, options)
  else change(skin)
}

function showEntries(parts: Parameters<typeof createEntriesSource>[0]): void {
  const { map, marks, work, signal } = parts
  const source = createEntriesSource(parts)
  map.on('move', source.follow)
  map.on('moveend', source.update)
  signal.addEventListener('abort', useExplorer.subscribe(source.update))
  followCamera(map, work, signal)
  answerPointer(map, source)
  pinAddress(map, signal)
  offerPrint(map, [marks.canvas], signal)
  source.update()
  showGroups(map, marks, work, signal)
  showDensity(map, work, signal)
  useMapStage.setState({
    controls: {
      project: ({ lng, lat }) => map.project([lng, lat]),
      open: (item) => openItem(map, item),
      zoomBy: (steps) => map.zoomTo(map.getZoom() + steps),
      showPosition: offerPosition(map),
      onMove: (listener) => {
        map.on('move', listener)
        return () => map.off('move', listener)
      },
    },
  })
}

/** A theme and its basemap, null where that does not come. */
type Skin = { theme: Theme; basemap: BasemapStyle | null }

async function fetchSkin(theme: Theme, { locale }: EntryMapOptions, signal: AbortSignal): Promise<Skin> {
  const basemap = await fetchBasemap(theme, locale, signal).catch((fault: unknown) => {
    if (!signal.aborted) console.error(fault)
    return null
  })
  return { theme, basemap }
}

/** Lays basemap and layers of a theme beneath the data that the map holds. */
function applySkin(map: MapLibreMap, skin: Skin, options: EntryMapOptions, signal: AbortSignal): void {
  if (signal.aborted) return
  map.setStyle(toBase(skin), {
    transformStyle: (before, next) => withEntries(next, before?.sources ?? {}, skin.theme),
  })
  noteSkin(skin, options)
}

/** Without a basemap the ground stays plain. */
function toBase({ theme, basemap }: Skin): StyleSpecification {
  return basemap ?? plainStyle(theme)
}

/** Tells the page what lies below its entries. */
function noteSkin({ basemap }: Skin, { onSchematic }: EntryMapOptions): void {
  if (basemap) settleProblem('basemap', 'slow')
  else reportProblem('basemap')
  onSchematic(basemap?.metadata.schematic ?? false)
}
