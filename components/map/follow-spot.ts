/** Tells the spot under the pointer, and while the map has the focus of the keyboard its middle. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Spot } from '#lib/client/store/map-spot.ts'

/** `tell` hears null when nothing is pointed at any more. */
export function followSpot(map: MapLibreMap, tell: (spot: Spot | null) => void): void {
  const canvas = map.getCanvas()
  const tellMiddle = () => {
    if (!canvas.matches(':focus-visible')) return
    const { lng, lat } = map.getCenter()
    tell({ lng, lat, isMiddle: true })
  }
  map.on('mousemove', ({ lngLat: { lng, lat } }) => tell({ lng, lat, isMiddle: false }))
  map.on('mouseout', () => tell(null))
  canvas.addEventListener('focus', tellMiddle)
  canvas.addEventListener('blur', () => tell(null))
  map.on('moveend', tellMiddle)
}
