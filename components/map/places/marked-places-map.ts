/** A small map of places that a list beside it names: one pin each, of which one may be chosen. */
import { AttributionControl, LngLatBounds, type Map as MapLibreMap, Marker } from 'maplibre-gl'
import { applyBasemap } from '#components/map/apply-basemap.ts'
import { createMap } from '#components/map/create-map.ts'
import { plainStyle } from '#components/map/map-style.ts'
import type { MapSlot } from '#components/map/use-map.ts'
import { readTheme } from '#lib/client/store/system-theme.ts'

const PADDING_PIXELS = 48
/** From here on single houses are told apart. */
const MAX_ZOOM = 17

export type MarkedPlace = {
  key: string
  /** What the pin is called. */
  label: string
  /** What stands in it, and in the list: a number or a letter. */
  sign: string
  lng: number
  lat: number
  /** The one that the page is about, in the accent's colour. */
  isMain: boolean
  /** Outside the city: the map is framed without it, unless it is all there is. */
  isFar?: boolean
}

export type MarkedPlacesMap = {
  /** Puts these pins in place of those before. */
  show(places: readonly MarkedPlace[]): void
  /** Marks one and brings it into view; null for none. */
  choose(key: string | null): void
  zoomBy(steps: 1 | -1): void
}

type Options = MapSlot & {
  texts: Record<string, string>
  places: readonly MarkedPlace[]
  onChoose(key: string): void
}

/** Opens the map over all places until the signal aborts; throws where the browser cannot draw it. */
export async function openMarkedPlacesMap(
  options: Options,
  signal: AbortSignal,
): Promise<MarkedPlacesMap | null> {
  const [first] = listFramed(options.places)
  if (!first) return null
  const camera = { lng: first.lng, lat: first.lat, zoom: MAX_ZOOM }
  const map = await createMap({ ...options, camera, style: plainStyle(readTheme()) }, signal)
  if (!map) return null
  // The page scrolls with the wheel; the map has its buttons.
  map.scrollZoom.disable()
  map.addControl(new AttributionControl({ compact: true }))
  const pins = new Map<string, HTMLButtonElement>()
  let markers: Marker[] = []
  let shown: readonly MarkedPlace[] = []
  const show = (places: readonly MarkedPlace[]) => {
    for (const marker of markers) marker.remove()
    pins.clear()
    shown = places
    // The one that matters is laid last and stands above the others.
    markers = [...places]
      .sort((a, b) => Number(a.isMain) - Number(b.isMain))
      .map((place) => {
        const pin = drawSign(place)
        pin.addEventListener('click', () => options.onChoose(place.key))
        pins.set(place.key, pin)
        return new Marker({ element: pin }).setLngLat(place).addTo(map)
      })
    rove(places.map(({ key }) => pins.get(key)))
    frame(map, places)
  }
  show(options.places)
  void applyBasemap(map, options, signal)
  return {
    show,
    choose: (key) => {
      for (const [other, pin] of pins) pin.setAttribute('aria-pressed', String(other === key))
      const place = shown.find((one) => one.key === key)
      if (place && !map.getBounds().contains(place)) map.easeTo({ center: place })
    },
    zoomBy: (steps) => map.zoomTo(map.getZoom() + steps),
  }
}

/** Those that the map is framed around. */
function listFramed(places: readonly MarkedPlace[]): readonly MarkedPlace[] {
  const near = places.filter(({ isFar }) => !isFar)
  return near.length > 0 ? near : places
}

function frame(map: MapLibreMap, places: readonly MarkedPlace[]): void {
  const box = new LngLatBounds()
  for (const place of listFramed(places)) box.extend(place)
  if (!box.isEmpty()) map.fitBounds(box, { padding: PADDING_PIXELS, maxZoom: MAX_ZOOM, duration: 0 })
}

/** One stop for the tabulator; the arrows go from pin to pin. */
function rove(pins: readonly (HTMLButtonElement | undefined)[]): void {
  const all = pins.filter((pin) => pin !== undefined)
  all.forEach((pin, nth) => {
    pin.tabIndex = nth === 0 ? 0 : -1
    pin.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
      const next = step && all[(nth + step + all.length) % all.length]
      if (!next) return
      // Not for the map, which the arrows would move.
      event.preventDefault()
      event.stopPropagation()
      for (const other of all) other.tabIndex = other === next ? 0 : -1
      next.focus()
    })
  })
}

function drawSign({ key, label, sign, isMain }: MarkedPlace): HTMLButtonElement {
  const pin = document.createElement('button')
  pin.type = 'button'
  pin.dataset.pin = key
  pin.setAttribute('aria-label', label)
  pin.setAttribute('aria-pressed', 'false')
  pin.textContent = sign
  const colors = isMain ? 'bg-seedling text-on-seedling' : 'bg-sheet text-ink'
  pin.className = `grid size-7 cursor-pointer place-items-center rounded-full border-2 border-ink font-semibold text-xs tabular-nums shadow-card aria-pressed:z-10 aria-pressed:size-9 aria-pressed:bg-ink aria-pressed:text-sm aria-pressed:text-paper ${colors}`
  return pin
}
