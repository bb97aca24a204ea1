/**
 * Sorts the entries of a region into square cells that hang on the world and not on the view: a counting sort over the
 * typed arrays. Each cell has eight buckets: its four quarters (north-west, north-east, south-west, south-east) for
 * businesses, then the same for spaces.
 */

import { projectToMercator } from '#lib/core/geo/plane/web-mercator.ts'
import type { SnapshotPoints } from '#lib/core/snapshot/format.ts'

export const BUCKETS_PER_CELL = 8
export const QUARTERS = 4

/** Columns and rows of cells, counted from the world's north-west corner; the ends are exclusive. */
export type Region = { west: number; north: number; east: number; south: number }

export type MapCells = {
  region: Region
  columns: number[]
  rows: number[]
  /** Where in `ranks` each bucket begins; one number more than buckets. */
  starts: Int32Array
  /** Ranks of all entries by bucket, ascending within each. */
  ranks: Int32Array
  /** Position of a cell in the lists, or -1 where it is empty or outside. */
  find(column: number, row: number): number
}

/** Gathers the entries that the mask lets through; `cellsPerWorld` is the number of cells around the equator. */
export function gatherCells(
  points: SnapshotPoints,
  mask: Uint8Array,
  cellsPerWorld: number,
  region: Region,
): MapCells {
  const { x: worldX, y: worldY } = projectToMercator(points)
  const width = region.east - region.west
  const cells = new Map<number, number>()
  const columns: number[] = []
  const rows: number[] = []
  const { kind, locatedCount } = points
  // In half cells, as whole numbers: their last bit is the quarter.
  const halvesPerWorld = 2 * cellsPerWorld
  const [west, north] = [2 * region.west, 2 * region.north]
  const [columnHalves, rowHalves] = [2 * (region.east - region.west), 2 * (region.south - region.north)]
  const buckets = takeScratch(locatedCount)
  let lastKey = -1
  let lastCell = -1
  for (let rank = 0; rank < locatedCount; rank++) {
    if (mask[rank] === 0) continue
    // Rounded down: shares of the world are not negative, and half cells fit into 32 bits at every zoom.
    const x = (((worldX[rank] ?? 0) * halvesPerWorld) | 0) - west
    const y = (((worldY[rank] ?? 0) * halvesPerWorld) | 0) - north
    if (x < 0 || x >= columnHalves || y < 0 || y >= rowHalves) continue
    const column = x >> 1
    const row = y >> 1
    const key = row * width + column
    // Neighbours on the map are neighbours in rank, so most entries fall into the cell of the one before.
    if (key !== lastKey) {
      lastKey = key
      lastCell = cells.get(key) ?? columns.length
      if (lastCell === columns.length) {
        cells.set(key, lastCell)
        columns.push(region.west + column)
        rows.push(region.north + row)
      }
    }
    const quarter = 2 * (y & 1) + (x & 1)
    buckets[rank] = lastCell * BUCKETS_PER_CELL + (kind[rank] === 0 ? 0 : QUARTERS) + quarter + 1
  }
  const { starts, ranks } = sortByBucket(buckets, columns.length * BUCKETS_PER_CELL)
  return {
    region,
    columns,
    rows,
    starts,
    ranks,
    find: (column, row) =>
      column < region.west || column >= region.east
        ? -1
        : (cells.get((row - region.north) * width + column - region.west) ?? -1),
  }
}

let scratch = new Int32Array(0)

/** Per rank its bucket and one, 0 for an entry that is left out. Kept from call to call: fresh memory is most of the time. */
function takeScratch(count: number): Int32Array {
  if (scratch.length < count) scratch = new Int32Array(count)
  return scratch.subarray(0, count).fill(0)
}

function sortByBucket(buckets: Int32Array, bucketCount: number): Pick<MapCells, 'starts' | 'ranks'> {
  // Counted one place further, sums become starts: bucket b begins where all before it end.
  const ends = new Int32Array(bucketCount + 1)
  for (let rank = 0; rank < buckets.length; rank++) {
    const bucket = buckets[rank] ?? 0
    ends[bucket] = (ends[bucket] ?? 0) + 1
  }
  ends[0] = 0
  for (let bucket = 1; bucket <= bucketCount; bucket++)
    ends[bucket] = (ends[bucket] ?? 0) + (ends[bucket - 1] ?? 0)
  const starts = ends.slice()
  const ranks = new Int32Array(starts[bucketCount] ?? 0)
  for (let rank = 0; rank < buckets.length; rank++) {
    const bucket = buckets[rank] ?? 0
    if (bucket === 0) continue
    const place = ends[bucket - 1] ?? 0
    ranks[place] = rank
    ends[bucket - 1] = place + 1
  }
  return { starts, ranks }
}
