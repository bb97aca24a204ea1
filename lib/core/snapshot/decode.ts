/** From the columnar file to typed arrays, in the browser. */
import { FIELD_COLUMNS } from './field-columns.ts'
import { FORMAT, GRID_PER_DEGREE, MAGIC, type SnapshotPoints, type SnapshotTexts } from './format.ts'
import { readMortonSteps } from './morton.ts'
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
  const { lng, lat } = readPlaces(reader, locatedCount)
  const kind = reader.skip(count)
  const discipline = reader.skip(count)
  const state = reader.skip(count)
  const secondaryMask = readSecondary(reader, count)
  if (reader.rest() > 0) throw new RangeError('The snapshot is longer than it says: load it again.')
  return { count, locatedCount, lng, lat, kind, discipline, state, secondaryMask }
}

function readPlaces(reader: Reader, length: number): { lng: Float64Array; lat: Float64Array } {
  const lng = new Float64Array(length)
  const lat = new Float64Array(length)
  readMortonSteps(reader.fill, lng, lat)
  for (let rank = 0; rank < length; rank++) {
    lng[rank] = (lng[rank] ?? 0) / GRID_PER_DEGREE - 180
    lat[rank] = (lat[rank] ?? 0) / GRID_PER_DEGREE - 90
  }
  return { lng, lat }
}

function readSecondary(reader: Reader, count: number): Uint16Array {
  const mask = new Uint16Array(count)
  const steps = new Float64Array(readLength(reader))
  reader.fill(steps)
  const disciplines = reader.skip(steps.length)
  let rank = 0
  for (let index = 0; index < steps.length; index++) {
    rank += steps[index] ?? 0
    if (rank >= count) throw new RangeError('The snapshot contradicts itself: load it again.')
    mask[rank] = (mask[rank] ?? 0) | (1 << (disciplines[index] ?? 0))
  }
  return mask
}

/** A length is believed only as far as there are bytes for it. */
function readLength(reader: Reader): number {
  const length = reader.unsigned()
  if (length > reader.rest()) throw new RangeError('The snapshot contradicts itself: load it again.')
  return length
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
    ...FIELD_COLUMNS.map((column) => texts[column]),
  ]
  if (lengths.some((column) => column?.length !== count))
    throw new RangeError('The texts do not fit the points: load them again.')
  return texts
}
