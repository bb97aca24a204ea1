/** Seeded points of the shape that a city's creative businesses have: dense quarters of many sizes in thin scatter. */
import proj4 from 'proj4'
import { createRandom } from '#lib/demo/random.ts'
import { DISCIPLINES } from '#lib/domain/discipline.ts'
import { sortForSnapshot } from '#lib/snapshot/encode.ts'
import type { PointRow } from '#lib/snapshot/format.ts'

export type SeededPoints = { x: Float64Array; y: Float64Array }

const QUARTERS = 40
const SIDE_METERS = 9_000
const SCATTER_SHARE = 0.2
/** Near the middle of Leverkusen, in EPSG:25832. */
const WEST_METERS = 355_000
const SOUTH_METERS = 5_653_000

/** A mixture of 40 Gaussian quarters (sigma 120-900 m) and 20 % uniform scatter over 81 km2, in metres of EPSG:25832. */
export function seedPoints(count: number, seed: number): SeededPoints {
  const random = createRandom(seed)
  const quarters = Array.from({ length: QUARTERS }, () => ({
    x: WEST_METERS + random.next() * SIDE_METERS,
    y: SOUTH_METERS + random.next() * SIDE_METERS,
    sigmaMeters: 120 + random.next() * 780,
  }))
  const points = { x: new Float64Array(count), y: new Float64Array(count) }
  for (let index = 0; index < count; index++) {
    const quarter = quarters[Math.floor(random.next() * QUARTERS)]
    const isScatter = random.next() < SCATTER_SHARE || !quarter
    points.x[index] = isScatter
      ? WEST_METERS + random.next() * SIDE_METERS
      : quarter.x + random.gauss() * quarter.sigmaMeters
    points.y[index] = isScatter
      ? SOUTH_METERS + random.next() * SIDE_METERS
      : quarter.y + random.gauss() * quarter.sigmaMeters
  }
  return points
}

/** The same points in degrees (WGS 84). */
export function toDegrees({ x, y }: SeededPoints): { lng: Float64Array; lat: Float64Array } {
  const { inverse } = proj4('+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs')
  const places = Array.from(x, (east, index) => inverse([east, y[index] ?? 0]))
  return {
    lng: Float64Array.from(places, ([lng]) => lng ?? Number.NaN),
    lat: Float64Array.from(places, ([, lat]) => lat ?? Number.NaN),
  }
}

export type SeededPoint = PointRow & { lng: number; lat: number }

/** The same points as businesses in the order of the snapshot: twelve disciplines, a third with a secondary one. */
export function createSeededPoints(count: number, seed = 1): SeededPoint[] {
  const { lng, lat } = toDegrees(seedPoints(count, seed))
  const random = createRandom(seed)
  const points = Array.from({ length: count }, (_, index): SeededPoint => {
    const secondary = random.next() < 1 / 3 ? [random.pick(DISCIPLINES)] : []
    return {
      lng: lng[index] ?? 0,
      lat: lat[index] ?? 0,
      kind: 'business',
      disciplines: [...new Set([random.pick(DISCIPLINES), ...secondary])],
      state: random.next() < 0.7 ? 'verified' : 'unverified',
    }
  })
  return sortForSnapshot(points)
}
