/**
 * Points for benchmarks: a seeded mixture of 40 Gaussian blobs (sigma 120 to 900 m) and 20 % uniform noise over 81 km2 around the
 * default city, twelve disciplines, a third of the businesses with a secondary one. The same on every machine.
 */
import { createRandom } from '#lib/demo/random.ts'
import { DISCIPLINES } from '#lib/domain/discipline.ts'
import { sortForSnapshot } from '#lib/snapshot/encode.ts'
import type { PointRow } from '#lib/snapshot/format.ts'

const CENTRE = { lng: 7.0, lat: 51.05 }
const SIDE_METERS = 9000
const BLOBS = 40
const NOISE_SHARE = 0.2
const METERS_PER_DEGREE = 111_320

export type SeededPoint = PointRow & { lng: number; lat: number }

/** In the order of the snapshot. Degrees, WGS 84. */
export function createSeededPoints(count: number, seed = 1): SeededPoint[] {
  const random = createRandom(seed)
  const side = () => (random.next() - 0.5) * SIDE_METERS
  const blobs = Array.from({ length: BLOBS }, () => ({
    east: side(),
    north: side(),
    sigma: 120 + random.next() * 780,
    discipline: random.pick(DISCIPLINES),
  }))
  const points = Array.from({ length: count }, (): SeededPoint => {
    const blob = blobs[Math.floor(random.next() * BLOBS)]
    const isNoise = !blob || random.next() < NOISE_SHARE
    const east = isNoise ? side() : blob.east + random.gauss() * blob.sigma
    const north = isNoise ? side() : blob.north + random.gauss() * blob.sigma
    const primary = isNoise || random.next() < 0.5 ? random.pick(DISCIPLINES) : blob.discipline
    const secondary = random.next() < 1 / 3 ? [random.pick(DISCIPLINES)] : []
    return {
      lng: CENTRE.lng + east / (METERS_PER_DEGREE * Math.cos((CENTRE.lat * Math.PI) / 180)),
      lat: CENTRE.lat + north / METERS_PER_DEGREE,
      kind: 'business',
      disciplines: [...new Set([primary, ...secondary])],
      state: random.next() < 0.7 ? 'verified' : 'unverified',
    }
  })
  return sortForSnapshot(points)
}
