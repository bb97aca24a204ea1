/** Makes a map as all of ours are: flat, north up, within the zooms of a city. */
import { Map as MapLibreMap, type MapOptions, setWorkerUrl } from 'maplibre-gl'
import { FACES } from '#lib/core/style/tokens.ts'
import type { Camera } from '#lib/core/view/view.ts'

const MIN_ZOOM = 8
const MAX_ZOOM = 19

type Options = {
  container: HTMLElement
  camera: Camera
  style: NonNullable<MapOptions['style']>
  /** MapLibre's own texts by its keys. */
  texts: Record<string, string>
}

/** A map until the signal aborts, null where it has already; throws where the browser cannot draw it. */
export async function createMap(
  { container, camera, style, texts }: Options,
  signal: AbortSignal,
): Promise<MapLibreMap | null> {
  // Labels are drawn with the page's faces, which have to be there first.
  await Promise.all(Object.values(FACES).map((face) => document.fonts.load(`16px "${face}"`)))
  if (signal.aborted) return null
  setWorkerUrl('/maplibre/maplibre-gl-worker.mjs')
  const map = new MapLibreMap({
    container,
    style,
    center: [camera.lng, camera.lat],
    zoom: camera.zoom,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    maxPitch: 0,
    dragRotate: false,
    attributionControl: false,
    // A filter shows at once; marks glide by themselves where that explains.
    fadeDuration: 0,
    locale: texts,
  })
  signal.addEventListener('abort', () => map.remove())
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  return map
}
