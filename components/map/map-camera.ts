/** Keeps the map's camera and the store in step, and brings a selected entry into view. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Bbox } from '#lib/domain/bbox.ts'
import { type Camera, formatCamera } from '#lib/domain/view.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'

const ENTRY_ZOOM = 15.5

export function followCamera(map: MapLibreMap, signal: AbortSignal): void {
  const look = () => useExplorer.getState().setView(viewOf(map))
  map.on('moveend', () => {
    useExplorer.getState().setCamera(cameraOf(map))
    look()
  })
  map.on('resize', look)
  look()
  const stop = useExplorer.subscribe((state, before) => {
    // A camera that is asked for ends a motion under way; it also says how an entry that comes with it was seen.
    if (state.camera && state.camera !== before.camera && differs(state.camera, map))
      map.jumpTo({ center: [state.camera.lng, state.camera.lat], zoom: state.camera.zoom })
    else if (state.selected !== null && state.selected !== before.selected) showEntry(map, state.selected)
  })
  signal.addEventListener('abort', stop)
}

/** Moves only where the entry is out of view or too small to be told apart. */
export function showEntry(map: MapLibreMap, rank: number): void {
  const points = useExplorer.getState().snapshot?.points
  if (!points || rank >= points.locatedCount) return
  const center: [number, number] = [points.lng[rank] ?? 0, points.lat[rank] ?? 0]
  if (map.getBounds().contains(center) && map.getZoom() >= ENTRY_ZOOM) return
  map.easeTo({ center, zoom: Math.max(map.getZoom(), ENTRY_ZOOM) })
}

function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter()
  return { lng, lat, zoom: map.getZoom() }
}

function viewOf(map: MapLibreMap): Bbox {
  const bounds = map.getBounds()
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}

function differs(camera: Camera, map: MapLibreMap): boolean {
  return formatCamera(camera) !== formatCamera(cameraOf(map))
}
