/** A program that drives the page may leave the map out (`window.mapIsOff = true` before the page's scripts): its code never loads, and the page says `off` for `idle`. */

declare global {
  interface Window {
    mapIsOff?: true
  }
}

/** Only for the value itself: an element of that name is no wish. */
export function isMapOff(): boolean {
  return window.mapIsOff === true
}
