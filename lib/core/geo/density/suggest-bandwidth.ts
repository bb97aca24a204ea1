/** How smooth should a density be? The bandwidth under which each point is expected best from all others. */
import { BANDWIDTH_LIMITS } from '#lib/core/domain/bandwidth.ts'
import { MIN_POINTS } from '#lib/core/geo/areas/groups.ts'
import type { PlanePoints } from '#lib/core/geo/plane/projection.ts'

const [MIN_BANDWIDTH_METERS, MAX_BANDWIDTH_METERS] = BANDWIDTH_LIMITS
const STEP_METERS = 10
/** Beyond this many bandwidths the kernel holds less than a hundred-thousandth. */
const REACH_BANDWIDTHS = 4.5
/** Distances are counted in classes of so many metres, each by its middle. */
const CLASS_METERS = 2
const CLASSES = (REACH_BANDWIDTHS * MAX_BANDWIDTH_METERS) / CLASS_METERS
/** With more pairs than this every second, third ... point is asked only; all are its neighbours. */
const MAX_PAIRS = 8_000_000

export type BandwidthSuggestion = {
  bandwidthMeters: number
  /** How many points were asked. */
  asked: number
  /** Bandwidths in metres, ascending, and under each the mean log density per square metre at the points asked. */
  curve: { bandwidthMeters: number; meanLogDensity: number }[]
}

/**
 * The bandwidth h of 100, 110 ... 800 m that maximises the leave-one-out likelihood (Habbema, Hermans, van den Broek 1974; Silverman 1986,
 * section 3.4.4) of a Gaussian kernel:
 *
 *     mean over i of log( 1 / (n - 1) sum over j <> i of exp(-d_ij^2 / 2h^2) / (2 pi h^2) )
 *
 * Points whose nearest other lies further than 800 m say nothing about a bandwidth below that and are not asked: a single one would
 * otherwise stretch h to its end. Points in metres. Null where fewer than five are left to ask.
 */
export function suggestBandwidth(points: PlanePoints): BandwidthSuggestion | null {
  const histograms = countDistances(points)
  if (histograms.length < MIN_POINTS) return null
  const curve = []
  for (let h = MIN_BANDWIDTH_METERS; h <= MAX_BANDWIDTH_METERS; h += STEP_METERS)
    curve.push({ bandwidthMeters: h, meanLogDensity: meanLogDensity(histograms, points.x.length, h) })
  const [best] = curve.toSorted((a, b) => b.meanLogDensity - a.meanLogDensity)
  return best ? { bandwidthMeters: best.bandwidthMeters, asked: histograms.length, curve } : null
}

/** Per point asked: how many others lie in each class of distance. */
function countDistances({ x, y }: PlanePoints): Uint32Array[] {
  const step = Math.ceil(x.length ** 2 / MAX_PAIRS)
  const histograms: Uint32Array[] = []
  for (let point = 0; point < x.length; point += step) {
    const histogram = new Uint32Array(CLASSES)
    let nearest = Number.POSITIVE_INFINITY
    for (let other = 0; other < x.length; other++) {
      if (other === point) continue
      const meters = Math.sqrt(
        ((x[other] ?? 0) - (x[point] ?? 0)) ** 2 + ((y[other] ?? 0) - (y[point] ?? 0)) ** 2,
      )
      nearest = Math.min(nearest, meters)
      const place = Math.floor(meters / CLASS_METERS)
      if (place < CLASSES) histogram[place] = (histogram[place] ?? 0) + 1
    }
    if (nearest <= MAX_BANDWIDTH_METERS) histograms.push(histogram)
  }
  return histograms
}

function meanLogDensity(histograms: readonly Uint32Array[], n: number, bandwidthMeters: number): number {
  const scale = 1 / ((n - 1) * 2 * Math.PI * bandwidthMeters ** 2)
  const kernel = Float64Array.from({ length: CLASSES }, (_, place) => {
    // Nothing apart is nothing apart: points on one spot are many.
    const meters = place === 0 ? 0 : (place + 0.5) * CLASS_METERS
    return Math.exp(-(meters ** 2) / (2 * bandwidthMeters ** 2))
  })
  let sum = 0
  for (const histogram of histograms) {
    let density = 0
    for (let place = 0; place < CLASSES; place++) density += (histogram[place] ?? 0) * (kernel[place] ?? 0)
    sum += Math.log(density * scale)
  }
  return sum / histograms.length
}
