/**
 * Bytes per point on the wire, 10,000 points: the snapshot as the server packs it, against GeoJSON with the same columns under
 * brotli's best quality, its features in the order of a table. Beside it the same in our order, the same without the numbers, and
 * the entropy of such points: what no code can go below.
 */
import { brotliCompressSync, constants } from 'node:zlib'
import type { BenchRow } from '#bin/bench.ts'
import { createRandom } from '#lib/core/geo/plane/random.ts'
import { decodePoints } from '#lib/core/snapshot/decode.ts'
import { encodePoints } from '#lib/core/snapshot/encode.ts'
import { GRID_PER_DEGREE } from '#lib/core/snapshot/format.ts'
import { toPointsBody } from '#lib/server/published/snapshot.ts'
import { createSeededPoints, measureEntropyBits } from '#tests/support/seeded-points.ts'
import { toLessRow } from './compare.ts'
import { assertSamePoints, formatPeer, parsePeer } from './peer-geojson.ts'

const POINTS = 10_000
const TARGET = 3
/** Of the snapshot's grid at 51 degrees north. */
const CELL_SQUARE_METERS = (111_320 / GRID_PER_DEGREE) ** 2 * Math.cos((51.05 * Math.PI) / 180)

export async function bench(): Promise<BenchRow[]> {
  const rows = createSeededPoints(POINTS)
  const { plain, brotli } = await toPointsBody(encodePoints(rows))
  const peer = formatPeer(rows, { order: shuffledRanks() })
  assertSamePoints(decodePoints(plain), parsePeer(peer))
  return [
    toLessRow({
      name: 'wire',
      unit: 'bytes per point',
      ours: brotli.length / POINTS,
      peer: packedBytes(peer) / POINTS,
      target: TARGET,
      more: {
        entropyBound: measureEntropyBits(POINTS, CELL_SQUARE_METERS) / 8,
        peerInOurOrder: packedBytes(formatPeer(rows)) / POINTS,
        peerInOurOrderWithoutIds: packedBytes(formatPeer(rows, { hasIds: false })) / POINTS,
      },
    }),
  ]
}

/** Fisher and Yates 1938: a table knows nothing of where its rows lie. */
function shuffledRanks(): number[] {
  const random = createRandom(1)
  const ranks = Array.from({ length: POINTS }, (_, rank) => rank)
  for (let last = POINTS - 1; last > 0; last--) {
    const other = Math.floor(random.next() * (last + 1))
    const kept = ranks[last] ?? 0
    ranks[last] = ranks[other] ?? 0
    ranks[other] = kept
  }
  return ranks
}

function packedBytes(bytes: Uint8Array): number {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return brotliCompressSync(bytes, { params }).length
}
