/** From bytes to the typed arrays that the map draws from, 100,000 points: our decoder against `JSON.parse` of GeoJSON. */
import type { BenchRow } from '#bin/bench.ts'
import { decodePoints } from '#lib/core/snapshot/decode.ts'
import { encodePoints } from '#lib/core/snapshot/encode.ts'
import { createSeededPoints } from '#tests/support/seeded-points.ts'
import { compareRuns, toLessRow } from './compare.ts'
import { assertSamePoints, formatPeer, parsePeer } from './peer-geojson.ts'

const POINTS = 100_000
const RUNS = 21
const TARGET = 50

export async function bench(): Promise<BenchRow[]> {
  const rows = createSeededPoints(POINTS)
  const ours = encodePoints(rows)
  const peer = formatPeer(rows)
  assertSamePoints(decodePoints(ours), parsePeer(peer))
  const times = await compareRuns(
    () => decodePoints(ours),
    () => parsePeer(peer),
    RUNS,
  )
  return [toLessRow({ name: 'decode', unit: 'ms', ...times, target: TARGET })]
}
