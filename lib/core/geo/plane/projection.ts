/**
 * Degrees to metres in EPSG:25832 (ETRS89 / UTM zone 32N), the plane in which every distance of the analyses is measured. A closed
 * series instead of a projection library: 0.6 kB in the browser instead of 43, and a fraction of a microsecond per point.
 */

/** Points in metres, east and north, by the order of the input. */
export type PlanePoints = { x: Float64Array; y: Float64Array }

/** GRS80 and the zone, as the EPSG register defines them. */
const SEMI_MAJOR_METERS = 6_378_137
const FLATTENING = 1 / 298.257222101
export const CENTRAL_MERIDIAN_DEGREES = 9
const SCALE = 0.9996
export const FALSE_EASTING_METERS = 500_000

export const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING))
/** The third flattening, in whose powers the series go. */
export const N = FLATTENING / (2 - FLATTENING)
/** Krüger's series to the fourth order of the third flattening (Karney 2011, equations 14 and 35): a tenth of a micrometre. */
const RECTIFYING_METERS = (SEMI_MAJOR_METERS / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64)
const A1 = N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3 + (41 / 180) * N ** 4
const A2 = (13 / 48) * N ** 2 - (3 / 5) * N ** 3 + (557 / 1440) * N ** 4
const A3 = (61 / 240) * N ** 3 - (103 / 140) * N ** 4
const A4 = (49_561 / 161_280) * N ** 4

export const RADIANS = Math.PI / 180
export const UNIT_METERS = SCALE * RECTIFYING_METERS

/** Where distances in this plane are good for an analysis (0.2 % or better), in degrees: Germany and what lies around it. */
export const REACH = [4, 45, 15.1, 60] as const

/**
 * Projects columns of degrees (`lng`, `lat`, ETRS89 or WGS 84) to metres, by Krüger's series as in Karney 2011, "Transverse Mercator
 * with an accuracy of a few nanometers". Distances keep within 0.1 % between 4 and 14 degrees east. Throws a RangeError for columns of
 * unequal length; what is no number stays none.
 */
export function projectPoints(lng: ArrayLike<number>, lat: ArrayLike<number>): PlanePoints {
  const count = lng.length
  if (lat.length !== count)
    throw new RangeError(`lng has ${count} values, lat ${lat.length}: give one of each per point.`)
  const x = new Float64Array(count)
  const y = new Float64Array(count)
  for (let index = 0; index < count; index++) {
    const lambda = ((lng[index] ?? Number.NaN) - CENTRAL_MERIDIAN_DEGREES) * RADIANS
    const tau = Math.tan((lat[index] ?? Number.NaN) * RADIANS)
    // Conformal latitude (equations 7 to 9).
    const secant = Math.sqrt(1 + tau * tau)
    const sigma = Math.sinh(ECCENTRICITY * Math.atanh((ECCENTRICITY * tau) / secant))
    const conformal = tau * Math.sqrt(1 + sigma * sigma) - sigma * secant
    const cosine = Math.cos(lambda)
    const reach = Math.sqrt(conformal * conformal + cosine * cosine)
    const sinhEta = Math.sin(lambda) / reach
    // Double arguments of both coordinates, from which the series needs no further sine.
    const sin2 = (2 * conformal * cosine) / (reach * reach)
    const cos2 = (cosine * cosine - conformal * conformal) / (reach * reach)
    const sinh2 = 2 * sinhEta * Math.sqrt(1 + sinhEta * sinhEta)
    const cosh2 = 1 + 2 * sinhEta * sinhEta
    const sin4 = 2 * sin2 * cos2
    const cos4 = 1 - 2 * sin2 * sin2
    const sinh4 = 2 * sinh2 * cosh2
    const cosh4 = 1 + 2 * sinh2 * sinh2
    const sin6 = sin4 * cos2 + cos4 * sin2
    const cos6 = cos4 * cos2 - sin4 * sin2
    const sinh6 = sinh4 * cosh2 + cosh4 * sinh2
    const cosh6 = cosh4 * cosh2 + sinh4 * sinh2
    const north =
      Math.atan2(conformal, cosine) +
      A1 * sin2 * cosh2 +
      A2 * sin4 * cosh4 +
      A3 * sin6 * cosh6 +
      A4 * (2 * sin4 * cos4) * (1 + 2 * sinh4 * sinh4)
    const east =
      Math.asinh(sinhEta) +
      A1 * cos2 * sinh2 +
      A2 * cos4 * sinh4 +
      A3 * cos6 * sinh6 +
      A4 * (1 - 2 * sin4 * sin4) * (2 * sinh4 * cosh4)
    x[index] = FALSE_EASTING_METERS + UNIT_METERS * east
    y[index] = UNIT_METERS * north
  }
  return { x, y }
}
