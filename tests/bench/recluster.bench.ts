/**
 * From the entries that a filter leaves to the marks of the whole city, 100,000 points: our clustering of a new mask against
 * supercluster, which has to be built anew from the features that are left. Supercluster only for the zooms that the map
 * has, and without the counts per discipline that our donuts show.
 */
import Supercluster from 'supercluster'
import type { BenchRow } from '#bin/bench.ts'
import type { Bbox } from '#lib/core/domain/bbox.ts'
import { clusterForView } from '#lib/core/geo/map/map-clusters.ts'
import { decodePoints } from '#lib/core/snapshot/decode.ts'
import { encodePoints } from '#lib/core/snapshot/encode.ts'
import { markRadiusPixels } from '#lib/core/style/icon-ids.ts'
import { createSeededPoints } from '#tests/support/seeded-points.ts'

const POINTS = 100_000
const RUNS = 40
const TARGET = 20
const ZOOM = 12
/** Holds every point, so that both sides can be counted. */
const BOX: Bbox = [6.8, 50.9, 7.2, 51.2]

export async function bench(): Promise<BenchRow[]> {
  const seeded = createSeededPoints(POINTS)
  const points = decodePoints(encodePoints(seeded))
  const mask = new Uint8Array(POINTS).fill(1)
  const features = seeded.map(({ lng, lat }) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [lng, lat] },
    properties: {},
  }))

  const ours = () => {
    const items = clusterForView(points, mask, { zoom: ZOOM, bbox: BOX, radiusPixels: markRadiusPixels })
    return items.reduce((sum, { ranks }) => sum + ranks.length, 0)
  }
  const peer = () => {
    const index = new Supercluster({ minZoom: 8, maxZoom: 16, radius: 60, extent: 512 })
    index.load(features)
    const clusters = index.getClusters([...BOX], ZOOM)
    return clusters.reduce(
      (sum, { properties }) => sum + ('point_count' in properties ? properties.point_count : 1),
      0,
    )
  }
  if (ours() !== POINTS || peer() !== POINTS) throw new Error('The two sides do not count the same entries.')
  const oursMilliseconds = measure(ours)
  const peerMilliseconds = measure(peer)
  const ratio = peerMilliseconds / oursMilliseconds
  return [
    {
      name: 'recluster',
      unit: 'ms',
      ours: oursMilliseconds,
      peer: peerMilliseconds,
      ratio,
      target: TARGET,
      met: ratio >= TARGET,
    },
  ]
}

/** The best of the runs, warm: whatever else the machine does only adds. */
function measure(run: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...times)
}
