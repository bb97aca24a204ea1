/** Shows where the visitor is, with the circle of its accuracy; asks the browser only when the button is pressed. */
import { GeolocateControl, type Map as MapLibreMap } from 'maplibre-gl'
import { reportProblem, settleProblem } from './map-problems.ts'

const LIMIT_MILLISECONDS = 10_000
const PERMISSION_DENIED = 1

/** Returns what the button does: begin to follow, come back, end. The control's own button stays hidden: ours stands among the others. */
export function offerPosition(map: MapLibreMap): () => void {
  const control = new GeolocateControl({
    positionOptions: { timeout: LIMIT_MILLISECONDS, maximumAge: 60_000 },
    trackUserLocation: true,
    fitBoundsOptions: { maxZoom: 15.5 },
  })
  map.addControl(control, 'bottom-right')
  control.on('geolocate', () => settleProblem('positionDenied', 'positionUnknown'))
  control.on('error', ({ code }) => {
    reportProblem(code === PERMISSION_DENIED ? 'positionDenied' : 'positionUnknown')
    // A refusal switches the control off by itself; after any other fault the next press has to begin again.
    if (code !== PERMISSION_DENIED) control.trigger()
  })
  return () => {
    settleProblem('positionDenied', 'positionUnknown')
    if (!navigator.geolocation || !control.trigger()) reportProblem('positionUnknown')
  }
}
