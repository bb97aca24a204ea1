/** What of the map lies under cards and sheets: elements with `data-covers-map` say that they stand over it. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Bbox } from '#lib/core/domain/bbox.ts'

export type Cover = { top: number; right: number; bottom: number; left: number }

/** What covers more than this share leaves nothing to look at beside it. */
const MAX_SHARE = 0.9

/** CSS pixels at each edge that are covered; an element takes the edge where the least of the map is lost. */
export function measureCover(container: HTMLElement): Cover {
  return measure(container).cover
}

/** Whether cards and sheets leave nothing of the map to look at. */
export function isMapHidden(container: HTMLElement): boolean {
  return measure(container).isHidden
}

/**
 * Degrees of what one sees of the map beside cards and sheets; null while one of them covers nearly all of it. The map is never turned,
 * so two corners are enough.
 */
export function measureView(map: MapLibreMap): Bbox | null {
  const container = map.getContainer()
  const { cover, isHidden } = measure(container)
  if (isHidden) return null
  const { lng: west, lat: north } = map.unproject([cover.left, cover.top])
  const { clientWidth: width, clientHeight: height } = container
  const { lng: east, lat: south } = map.unproject([width - cover.right, height - cover.bottom])
  return [west, south, east, north]
}

function measure(container: HTMLElement): { cover: Cover; isHidden: boolean } {
  const map = container.getBoundingClientRect()
  const cover: Cover = { top: 0, right: 0, bottom: 0, left: 0 }
  let isHidden = false
  for (const element of coveringElements()) {
    const box = element.getBoundingClientRect()
    const isOver =
      box.left < map.right && box.right > map.left && box.top < map.bottom && box.bottom > map.top
    if (!isOver || !element.checkVisibility({ visibilityProperty: true })) continue
    const losses: [keyof Cover, lost: number, share: number][] = [
      ['top', box.bottom - map.top, (box.bottom - map.top) / map.height],
      ['right', map.right - box.left, (map.right - box.left) / map.width],
      ['bottom', map.bottom - box.top, (map.bottom - box.top) / map.height],
      ['left', box.right - map.left, (box.right - map.left) / map.width],
    ]
    const [edge, lost, share] = losses.reduce((best, next) => (next[2] < best[2] ? next : best))
    if (share < MAX_SHARE) cover[edge] = Math.max(cover[edge], lost)
    else isHidden = true
  }
  return { cover, isHidden }
}

/** Calls back whenever a sheet has come to rest at another height. */
export function onSheetRest(call: () => void, signal: AbortSignal): void {
  const hear = ({ target }: Event) => {
    if (target instanceof Element && target.querySelector('[data-covers-map]')) call()
  }
  document.addEventListener('scrollend', hear, { capture: true, signal })
}

/** From the middle that the map's own padding leaves to the middle of what is not covered now; for `easeTo`. */
export function offsetOf(map: MapLibreMap): [x: number, y: number] {
  const cover = measureCover(map.getContainer())
  const own = map.getPadding()
  const x = cover.left - cover.right - (own.left ?? 0) + (own.right ?? 0)
  const y = cover.top - cover.bottom - (own.top ?? 0) + (own.bottom ?? 0)
  return [x / 2, y / 2]
}

/** Makes the middle of the map the middle above the list's sheet, so that a link means the same place on every screen. */
export function padBelow(map: MapLibreMap): void {
  map.setPadding({ bottom: measureCover(map.getContainer()).bottom })
}

export function coveringElements(): NodeListOf<Element> {
  return document.querySelectorAll('[data-covers-map]')
}
