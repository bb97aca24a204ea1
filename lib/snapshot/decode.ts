/** From the columnar file to typed arrays, in the browser. */
import { FORMAT, GRID_PER_DEGREE, MAGIC, type SnapshotPoints, type SnapshotTexts } from './format.ts'
import { createReader, type Reader } from './varint.ts'

/** Decodes a points file; throws a RangeError for foreign, truncated or overlong bytes. Degrees, WGS 84. */
export function decodePoints(bytes: Uint8Array): SnapshotPoints {
  const reader = createReader(bytes)
  if (reader.unsigned() !== MAGIC) throw new RangeError('This is not a snapshot of Keimzelle.')
  const format = reader.unsigned()
  if (format !== FORMAT)
    throw new RangeError(`Expected snapshot format ${FORMAT}, got ${format}: reload the page.`)
  const count = reader.unsigned()
  const locatedCount = reader.unsigned()
  if (locatedCount > count || count * 3 > bytes.length)
    throw new RangeError('The snapshot contradicts itself: load it again.')
  const lng = readAxis(reader, locatedCount, 180)
  const lat = readAxis(reader, locatedCount, 90)
  const kind = reader.skip(count)
  const discipline = reader.skip(count)
  const state = reader.skip(count)
  const secondaryMask = new Uint16Array(count)
  let rank = 0
  for (let left = reader.unsigned(); left > 0; left--) {
    rank += reader.unsigned()
    if (rank >= count) throw new RangeError('The snapshot contradicts itself: load it again.')
    secondaryMask[rank] = reader.unsigned()
  }
  if (reader.rest() > 0) throw new RangeError('The snapshot is longer than it says: load it again.')
  return { count, locatedCount, lng, lat, kind, discipline, state, secondaryMask }
}

function readAxis(reader: Reader, length: number, offset: number): Float64Array {
  const values = new Float64Array(length)
  let grid = 0
  for (let rank = 0; rank < length; rank++) {
    grid += reader.signed()
    values[rank] = grid / GRID_PER_DEGREE - offset
  }
  return values
}

/** Reads the texts file (JSON columns); throws a RangeError when the columns are not of one length. */
export function decodeTexts(json: string, count: number): SnapshotTexts {
  const texts = JSON.parse(json) as SnapshotTexts
  const lengths = [
    texts.names,
    texts.slugs,
    texts.districts,
    texts.confirmedDays,
    texts.summaries,
    texts.services,
    texts.addresses,
  ]
  if (lengths.some((column) => column?.length !== count))
    throw new RangeError('The texts do not fit the points: load them again.')
  return texts
}
