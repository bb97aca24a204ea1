/** Where the visitor is; asks the browser only when told to. */
import type { GeoPoint } from '#lib/core/domain/place.ts'

const LIMIT_MILLISECONDS = 10_000
const PERMISSION_DENIED = 1

/** A message's key. */
export type PositionNote =
  | 'propose.place.locating'
  | 'map.problems.positionDenied'
  | 'map.problems.positionUnknown'

/** `onSay` hears how it goes, null when it went well. */
export function askPosition(
  onSay: (said: PositionNote | null) => void,
  onPick: (point: GeoPoint) => void,
): void {
  if (!navigator.geolocation) {
    onSay('map.problems.positionUnknown')
    return
  }
  onSay('propose.place.locating')
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      onSay(null)
      onPick({ lng: coords.longitude, lat: coords.latitude })
    },
    ({ code }) => onSay(`map.problems.${code === PERMISSION_DENIED ? 'positionDenied' : 'positionUnknown'}`),
    { enableHighAccuracy: true, timeout: LIMIT_MILLISECONDS, maximumAge: 60_000 },
  )
}
