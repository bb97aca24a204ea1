/** Back from metres in EPSG:25832 to degrees: what was measured in the plane is drawn on the map. */
import type { Position } from 'geojson'
import {
  CENTRAL_MERIDIAN_DEGREES,
  ECCENTRICITY,
  FALSE_EASTING_METERS,
  N,
  RADIANS,
  UNIT_METERS,
} from './projection.ts'

/** Krüger's series of the inverse, to the fourth order (Karney 2011, equation 36). */
const BETA = [
  N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3 - (1 / 360) * N ** 4,
  (1 / 48) * N ** 2 + (1 / 15) * N ** 3 - (437 / 1440) * N ** 4,
  (17 / 480) * N ** 3 - (37 / 840) * N ** 4,
  (4397 / 161_280) * N ** 4,
]
/** Newton's steps double the digits; the first guess has two of them. */
const STEPS = 4
/** About a centimetre; six are called enough for GeoJSON (RFC 7946, 11.2). */
const DECIMALS = 7

/** A place in metres as `[lng, lat]` in degrees, by Karney 2011, equations 15 to 21. */
export function unproject(x: number, y: number): Position {
  const xi = y / UNIT_METERS
  const eta = (x - FALSE_EASTING_METERS) / UNIT_METERS
  let xiStroke = xi
  let etaStroke = eta
  for (const [index, beta] of BETA.entries()) {
    const order = 2 * (index + 1)
    xiStroke -= beta * Math.sin(order * xi) * Math.cosh(order * eta)
    etaStroke -= beta * Math.cos(order * xi) * Math.sinh(order * eta)
  }
  const sinh = Math.sinh(etaStroke)
  const cosine = Math.cos(xiStroke)
  const lng = CENTRAL_MERIDIAN_DEGREES + Math.atan2(sinh, cosine) / RADIANS
  const tau = toTau(Math.sin(xiStroke) / Math.sqrt(sinh * sinh + cosine * cosine))
  return [round(lng), round(Math.atan(tau) / RADIANS)]
}

/** The tangent of the latitude whose conformal latitude has this tangent. */
function toTau(conformal: number): number {
  const rest = 1 - ECCENTRICITY ** 2
  let tau = conformal
  for (let step = 0; step < STEPS; step++) {
    const secant = Math.sqrt(1 + tau * tau)
    const sigma = Math.sinh(ECCENTRICITY * Math.atanh((ECCENTRICITY * tau) / secant))
    const reached = tau * Math.sqrt(1 + sigma * sigma) - sigma * secant
    const slope = (1 + rest * tau * tau) / (rest * secant)
    tau += ((conformal - reached) / Math.sqrt(1 + reached * reached)) * slope
  }
  return tau
}

function round(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS))
}
