/** Where the visitor is; asks the browser only when told to. */
import type { GeoPoint } from '#lib/core/domain/place.ts'

const LIMIT_MILLISECONDS = 10_000
const PERMISSION_DENIED = 1

/** A message's key. */
export type PositionNote =
  | 'propose.place.locating'
  | 'map.problems.positionDenied'
  | 'map.problems.positionUnknown'

/** `onNote` hears how it goes, null when it went well. */
export function askPosition(
  onNote: (note: PositionNote | null) => void,
  onPick: (point: GeoPoint) => void,
): void {
  if (!navigator.geolocation) {
    onNote('map.problems.positionUnknown')
    return
  }
  onNote('propose.place.locating')
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      onNote(null)
      onPick({ lng: coords.longitude, lat: coords.latitude })
    },
    ({ code }) => onNote(`map.problems.${code === PERMISSION_DENIED ? 'positionDenied' : 'positionUnknown'}`),
    { enableHighAccuracy: true, timeout: LIMIT_MILLISECONDS, maximumAge: 60_000 },
  )
}
