/** From published rows to the columnar file, on the server, once per version of the publication. */
import {
  FORMAT,
  GRID_PER_DEGREE,
  MAGIC,
  type PointRow,
  toCategoryByte,
  toDisciplineByte,
  toKindByte,
  toStateByte,
} from './format.ts'
import { mortonCode } from './morton.ts'
import { createWriter, type Writer } from './varint.ts'

/** Order of the file: by Morton code of the place, rows without a place last, ties in the order given. */
export function sortForSnapshot<Row extends PointRow>(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({ row, code: isLocated(row) ? toCode(row) : Infinity }))
    .sort((a, b) => (a.code === b.code ? 0 : a.code - b.code))
    .map(({ row }) => row)
}

/** Writes rows that `sortForSnapshot` has ordered; throws a RangeError for rows in another order. */
export function encodePoints(rows: readonly PointRow[]): Uint8Array {
  const located = rows.filter(isLocated)
  const writer = createWriter()
  writer.unsigned(MAGIC)
  writer.unsigned(FORMAT)
  writer.unsigned(rows.length)
  writer.unsigned(located.length)
  writeSteps(writer, located.map(toCode))
  for (const row of rows) writer.byte(toKindByte(row.kind))
  for (const row of rows) writer.byte(toCategoryByte(row))
  for (const row of rows) writer.byte(toStateByte(row.state))
  const secondary = rows.flatMap(({ disciplines }, rank) =>
    disciplines.slice(1).map((discipline) => ({ rank, byte: toDisciplineByte(discipline) })),
  )
  writer.unsigned(secondary.length)
  writeSteps(
    writer,
    secondary.map(({ rank }) => rank),
  )
  for (const { byte } of secondary) writer.byte(byte)
  return writer.bytes()
}

function writeSteps(writer: Writer, numbers: readonly number[]): void {
  let last = 0
  for (const number of numbers) {
    if (number < last) throw new RangeError('The rows are not in the order of the snapshot: sort them first.')
    writer.unsigned(number - last)
    last = number
  }
}

type Located = PointRow & { lng: number; lat: number }

function isLocated<Row extends PointRow>(row: Row): row is Row & Located {
  return row.lng !== null && row.lat !== null
}

function toCode({ lng, lat }: Located): number {
  return mortonCode(toGrid(lng, 180), toGrid(lat, 90))
}

function toGrid(degrees: number, offset: number): number {
  return Math.round((degrees + offset) * GRID_PER_DEGREE)
}
