/** Keeps the map's camera and the store in step, and a selected entry where it can be seen beside its card. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { type Camera, formatCamera } from '#lib/core/view/view.ts'
import { coveringElements, measureCover, measureView, offsetOf, onSheetRest, padBelow } from './map-cover.ts'
import type { Work } from './map-state.ts'

const ENTRY_ZOOM = 15.5
/** A mark, its ring and a little air. */
const MARK_PIXELS = 32

export function followCamera(map: MapLibreMap, work: Work, signal: AbortSignal): void {
  // What lies under a card or a sheet is not in view. Where a sheet covers all, the view stays what it was.
  const look = () => {
    const { view, setView } = useExplorer.getState()
    const seen = measureView(map)
    if (seen && String(seen) !== String(view)) setView(seen)
  }
  padBelow(map)
  map.on('resize', () => padBelow(map))
  map.on('moveend', () => {
    useExplorer.getState().setCamera(cameraOf(map))
    look()
  })
  map.on('resize', look)
  onSheetRest(look, signal)
  look()
  // The card grows when its details arrive, and may come to lie over the entry.
  let isHeld = false
  const growth = new ResizeObserver(() => {
    if (!isHeld) bringIntoSight(map)
    look()
  })
  /** `isAsLinked`: a link that brings the entry says how it was seen, whether the map or the snapshot comes first. */
  const show = (isAsLinked: boolean) => {
    isHeld = isAsLinked
    growth.disconnect()
    for (const element of coveringElements()) growth.observe(element)
    if (!isAsLinked) showEntry(map)
    look()
  }
  const stop = useExplorer.subscribe((state, before) => {
    // A camera that is asked for ends a motion under way.
    if (state.camera && state.camera !== before.camera && differs(state.camera, map))
      map.jumpTo({ center: [state.camera.lng, state.camera.lat], zoom: state.camera.zoom })
    // The page lays the card first.
    else if (state.selected !== before.selected) {
      const isAsLinked = before.linked !== null && before.camera !== null
      void work.track(nextFrame().then(() => show(isAsLinked)))
    }
  })
  signal.addEventListener('abort', () => {
    stop()
    growth.disconnect()
  })
  const { selected, camera: linked } = useExplorer.getState()
  if (selected !== null) show(linked !== null)
}

/** Moves only where the selected entry is out of sight or too small to be told apart. */
function showEntry(map: MapLibreMap): void {
  const center = selectedPlace()
  if (!center) return
  if (map.getZoom() >= ENTRY_ZOOM) bringIntoSight(map)
  else map.easeTo({ center, zoom: ENTRY_ZOOM, offset: offsetOf(map) })
}

function bringIntoSight(map: MapLibreMap): void {
  const center = selectedPlace()
  if (!center || map.isMoving()) return
  const { x, y } = map.project(center)
  const { clientWidth, clientHeight } = map.getContainer()
  const cover = measureCover(map.getContainer())
  const isSeen =
    x >= cover.left + MARK_PIXELS &&
    x <= clientWidth - cover.right - MARK_PIXELS &&
    y >= cover.top + MARK_PIXELS &&
    y <= clientHeight - cover.bottom - MARK_PIXELS
  if (!isSeen) map.easeTo({ center, offset: offsetOf(map) })
}

function selectedPlace(): [number, number] | null {
  const { snapshot, selected } = useExplorer.getState()
  const points = snapshot?.points
  if (!points || selected === null || selected >= points.locatedCount) return null
  return [points.lng[selected] ?? 0, points.lat[selected] ?? 0]
}

function nextFrame(): Promise<number> {
  return new Promise(requestAnimationFrame)
}

function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter()
  return { lng, lat, zoom: map.getZoom() }
}

function differs(camera: Camera, map: MapLibreMap): boolean {
  return formatCamera(camera) !== formatCamera(cameraOf(map))
}
