/** Where the visitor is; asks the browser only when told to. */
const LIMIT_MILLISECONDS = 10_000
const PERMISSION_DENIED = 1

export type Point = { lng: number; lat: number }

/** `onSay` hears how it goes, null when it went well. */
export function askPosition(
  onSay: (said: 'locating' | 'denied' | 'unknown' | null) => void,
  onPick: (point: Point) => void,
): void {
  if (!navigator.geolocation) {
    onSay('unknown')
    return
  }
  onSay('locating')
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      onSay(null)
      onPick({ lng: coords.longitude, lat: coords.latitude })
    },
    ({ code }) => onSay(code === PERMISSION_DENIED ? 'denied' : 'unknown'),
    { enableHighAccuracy: true, timeout: LIMIT_MILLISECONDS, maximumAge: 60_000 },
  )
}
