/**
 * Bytes per point on the wire, 10,000 points: the snapshot as the server packs it, against GeoJSON with the same columns in the
 * same order under brotli's best quality. Beside it the entropy of such points: what no code can go below.
 */
import { brotliCompressSync, constants } from 'node:zlib'
import type { BenchRow } from '#bin/bench.ts'
import { packBrotli } from '#lib/data/snapshot.ts'
import { decodePoints } from '#lib/snapshot/decode.ts'
import { encodePoints } from '#lib/snapshot/encode.ts'
import { GRID_PER_DEGREE } from '#lib/snapshot/format.ts'
import { createSeededPoints, measureEntropyBits } from '#tests/support/seeded-points.ts'
import { toLessRow } from './compare.ts'
import { assertSamePoints, formatPeer, parsePeer } from './peer-geojson.ts'

const POINTS = 10_000
const TARGET = 3
/** Of the snapshot's grid at 51 degrees north. */
const CELL_SQUARE_METERS = (111_320 / GRID_PER_DEGREE) ** 2 * Math.cos((51.05 * Math.PI) / 180)

export async function bench(): Promise<BenchRow[]> {
  const rows = createSeededPoints(POINTS)
  const ours = encodePoints(rows)
  const peer = new TextEncoder().encode(formatPeer(rows))
  assertSamePoints(decodePoints(ours), parsePeer(peer))
  const best = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: peer.length,
  }
  return [
    toLessRow({
      name: 'wire',
      unit: 'bytes per point',
      ours: (await packBrotli(ours)).length / POINTS,
      peer: brotliCompressSync(peer, { params: best }).length / POINTS,
      target: TARGET,
      more: { entropyBound: measureEntropyBits(POINTS, CELL_SQUARE_METERS) / 8 },
    }),
  ]
}
