/** From published rows to the columnar file, on the server, once per version of the publication. */
import {
  FORMAT,
  GRID_PER_DEGREE,
  MAGIC,
  type PointRow,
  toCategoryByte,
  toKindByte,
  toSecondaryMask,
  toStateByte,
} from './format.ts'
import { createWriter } from './varint.ts'

/** Order of the file: by Morton code of the place, rows without a place last, ties in the order given. */
export function sortForSnapshot<Row extends PointRow>(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({
      row,
      code: isLocated(row) ? mortonCode(toGrid(row.lng, 180), toGrid(row.lat, 90)) : Infinity,
    }))
    .sort((a, b) => (a.code === b.code ? 0 : a.code - b.code))
    .map(({ row }) => row)
}

/** Writes rows that `sortForSnapshot` has ordered. */
export function encodePoints(rows: readonly PointRow[]): Uint8Array {
  const located = rows.filter(isLocated)
  const writer = createWriter()
  writer.unsigned(MAGIC)
  writer.unsigned(FORMAT)
  writer.unsigned(rows.length)
  writer.unsigned(located.length)
  for (const [axis, offset] of [
    ['lng', 180],
    ['lat', 90],
  ] as const) {
    let last = 0
    for (const row of located) {
      const value = toGrid(row[axis], offset)
      writer.signed(value - last)
      last = value
    }
  }
  for (const row of rows) writer.byte(toKindByte(row.kind))
  for (const row of rows) writer.byte(toCategoryByte(row))
  for (const row of rows) writer.byte(toStateByte(row.state))
  const secondary = rows.flatMap((row, rank) =>
    row.disciplines.length > 1 ? [{ rank, mask: toSecondaryMask(row.disciplines) }] : [],
  )
  writer.unsigned(secondary.length)
  let lastRank = 0
  for (const { rank, mask } of secondary) {
    writer.unsigned(rank - lastRank)
    writer.unsigned(mask)
    lastRank = rank
  }
  return writer.bytes()
}

type Located = PointRow & { lng: number; lat: number }

function isLocated<Row extends PointRow>(row: Row): row is Row & Located {
  return row.lng !== null && row.lat !== null
}

function toGrid(degrees: number, offset: number): number {
  return Math.round((degrees + offset) * GRID_PER_DEGREE)
}

/** Interleaves two 26-bit numbers (Morton 1966); a double holds the 52 bits exactly. */
function mortonCode(x: number, y: number): number {
  return spread(x >>> 13, y >>> 13) * 2 ** 26 + spread(x & 0x1fff, y & 0x1fff)
}

function spread(x: number, y: number): number {
  let code = 0
  for (let bit = 12; bit >= 0; bit--) code = code * 4 + ((y >>> bit) & 1) * 2 + ((x >>> bit) & 1)
  return code
}
