/** Seeded points of the shape that a city's creative businesses have: dense quarters of many sizes in thin scatter. */
import proj4 from 'proj4'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { createRandom, type Random } from '#lib/core/geo/plane/random.ts'
import { sortForSnapshot } from '#lib/core/snapshot/encode.ts'
import type { PointRow } from '#lib/core/snapshot/format.ts'

export type SeededPoints = { x: Float64Array; y: Float64Array }

const QUARTERS = 40
const SIDE_METERS = 9_000
const SCATTER_SHARE = 0.2
const SECONDARY_SHARE = 1 / 3
const VERIFIED_SHARE = 0.7
/** Near the middle of Leverkusen, in EPSG:25832. */
const WEST_METERS = 355_000
const SOUTH_METERS = 5_653_000

/** A mixture of 40 Gaussian quarters (sigma 120-900 m) and 20 % uniform scatter over 81 km2, in metres of EPSG:25832. */
export function seedPoints(count: number, seed: number): SeededPoints {
  const random = createRandom(seed)
  const quarters = createQuarters(random)
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

type Quarter = { x: number; y: number; sigmaMeters: number }

function createQuarters(random: Random): Quarter[] {
  return Array.from({ length: QUARTERS }, () => ({
    x: WEST_METERS + random.next() * SIDE_METERS,
    y: SOUTH_METERS + random.next() * SIDE_METERS,
    sigmaMeters: 120 + random.next() * 780,
  }))
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
    const secondary = random.next() < SECONDARY_SHARE ? [random.pick(DISCIPLINES)] : []
    return {
      lng: lng[index] ?? 0,
      lat: lat[index] ?? 0,
      kind: 'business',
      disciplines: [...new Set([random.pick(DISCIPLINES), ...secondary])],
      state: random.next() < VERIFIED_SHARE ? 'verified' : 'unverified',
    }
  })
  return sortForSnapshot(points)
}

/**
 * The entropy (Shannon 1948) of the places and columns of such points, in bits per point, on a grid whose cells have so many
 * square metres: no code of them is shorter on average. Their order carries nothing, which spares log2(n!).
 */
export function measureEntropyBits(count: number, cellSquareMeters: number, seed = 1): number {
  const { x, y } = seedPoints(count, seed)
  const quarters = createQuarters(createRandom(seed))
  const place = mean(
    count,
    (at) => -Math.log2(densityAt(x[at] ?? 0, y[at] ?? 0, quarters) * cellSquareMeters),
  )
  const order = mean(count, (at) => Math.log2(at + 1))
  const other = SECONDARY_SHARE / DISCIPLINES.length
  const others = DISCIPLINES.slice(1).map(() => other)
  const secondary = entropyBits([1 - others.length * other, ...others])
  const state = entropyBits([VERIFIED_SHARE, 1 - VERIFIED_SHARE])
  return place - order + Math.log2(DISCIPLINES.length) + secondary + state
}

/** Of the mixture, per square metre. */
function densityAt(x: number, y: number, quarters: readonly Quarter[]): number {
  const isInSquare =
    x >= WEST_METERS && x - WEST_METERS <= SIDE_METERS && y >= SOUTH_METERS && y - SOUTH_METERS <= SIDE_METERS
  const dense = quarters.reduce((sum, { x: middleX, y: middleY, sigmaMeters }) => {
    const squared = (x - middleX) ** 2 + (y - middleY) ** 2
    return sum + Math.exp(-squared / (2 * sigmaMeters ** 2)) / (2 * Math.PI * sigmaMeters ** 2)
  }, 0)
  return ((1 - SCATTER_SHARE) / QUARTERS) * dense + (isInSquare ? SCATTER_SHARE / SIDE_METERS ** 2 : 0)
}

function entropyBits(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum - share * Math.log2(share), 0)
}

function mean(count: number, read: (index: number) => number): number {
  let sum = 0
  for (let index = 0; index < count; index++) sum += read(index)
  return sum / count
}
