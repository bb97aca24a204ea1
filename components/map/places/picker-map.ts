/** A map to say where something is: a tap sets the pin. Loads after the form that it belongs to. */

import { AttributionControl, Marker } from 'maplibre-gl'
import { applyBasemap } from '#components/map/apply-basemap.ts'
import { createMap } from '#components/map/create-map.ts'
import { plainStyle } from '#components/map/map-style.ts'
import { drawPin } from '#components/map/marks/address-pin.ts'
import type { MapSlot } from '#components/map/use-map.ts'
import { readTheme } from '#lib/client/store/system-theme.ts'
import type { GeoPoint } from '#lib/core/domain/place.ts'
import type { Camera } from '#lib/core/view/view.ts'

/** From here on a fingertip covers one house. */
const HOUSE_ZOOM = 17

export type PickerMap = {
  /** Puts the pin somewhere and brings it into view; null takes it away. */
  show(point: GeoPoint | null): void
  middle(): GeoPoint
  zoomBy(steps: 1 | -1): void
}

type Options = MapSlot & {
  camera: Camera
  texts: Record<string, string>
  onPick(point: GeoPoint): void
}

/** Opens the map until the signal aborts; throws where the browser cannot draw it. */
export async function openPickerMap(options: Options, signal: AbortSignal): Promise<PickerMap | null> {
  const map = await createMap({ ...options, style: plainStyle(readTheme()) }, signal)
  if (!map) return null
  // The page scrolls with the wheel; the map has its buttons.
  map.scrollZoom.disable()
  map.addControl(new AttributionControl({ compact: true }))
  map.on('click', ({ lngLat: { lng, lat } }) => options.onPick({ lng, lat }))
  const pin = new Marker({ element: drawPin(''), anchor: 'bottom' })
  void applyBasemap(map, options, signal)
  return {
    show: (point) => {
      pin.remove()
      if (!point) return
      pin.setLngLat(point).addTo(map)
      map.easeTo({ center: point, zoom: Math.max(map.getZoom(), HOUSE_ZOOM) })
    },
    middle: () => {
      const { lng, lat } = map.getCenter()
      return { lng, lat }
    },
    zoomBy: (steps) => map.zoomTo(map.getZoom() + steps),
  }
}
