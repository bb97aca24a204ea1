/** Pins the address or street that somebody looked for, and brings it into view. */
import { type Map as MapLibreMap, Marker } from 'maplibre-gl'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import type { Place } from '#lib/core/domain/place.ts'

const PLACE_ZOOM = 16
const SVG = 'http://www.w3.org/2000/svg'

export function pinAddress(map: MapLibreMap, signal: AbortSignal): void {
  let marker: Marker | null = null
  const show = (place: Place | null) => {
    marker?.remove()
    marker =
      place && new Marker({ element: drawPin(place.label), anchor: 'bottom' }).setLngLat(place).addTo(map)
    if (place) map.easeTo({ center: [place.lng, place.lat], zoom: Math.max(map.getZoom(), PLACE_ZOOM) })
  }
  const { place } = useExplorer.getState()
  if (place) show(place)
  const stop = useExplorer.subscribe((state, before) => {
    if (state.place !== before.place) show(state.place)
  })
  signal.addEventListener('abort', stop)
}

/** A pin with its tip at the place, and beneath it the first part of the label, if any: the town is plain to see. */
export function drawPin(label: string): HTMLElement {
  const mark = document.createElement('div')
  mark.className = 'pointer-events-none'
  mark.dataset.place = label
  const pin = document.createElementNS(SVG, 'svg')
  pin.setAttribute('viewBox', '0 0 32 40')
  pin.setAttribute('class', 'mx-auto h-10 w-8 fill-seedling stroke-sheet stroke-2 drop-shadow')
  pin.append(draw('path', { d: 'M16 39C10 30 2 24 2 15a14 14 0 1 1 28 0c0 9-8 15-14 24Z' }))
  pin.append(draw('circle', { cx: '16', cy: '15', r: '5', class: 'fill-sheet stroke-none' }))
  const text = document.createElement('span')
  text.className =
    'absolute top-full left-1/2 max-w-56 -translate-x-1/2 truncate rounded-md bg-sheet px-2 py-0.5 font-semibold text-ink text-sm shadow-card'
  text.textContent = label.split(',')[0] ?? ''
  mark.append(pin, ...(label ? [text] : []))
  return mark
}

function draw(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}
