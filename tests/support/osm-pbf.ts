/** Writes OSM PBF, small and by hand, after the format's description: a header block and one data block of dense nodes, ways, relations. */
import { deflateSync } from 'node:zlib'

type Tags = Record<string, string>
export type PbfData = {
  nodes: { id: number; lng: number; lat: number; tags?: Tags }[]
  ways?: { id: number; nodes: number[]; tags: Tags }[]
}

const NANODEGREES_PER_UNIT = 100

export function encodeOsmPbf(data: PbfData): Buffer {
  return Buffer.concat([
    toFileBlock('OSMHeader', field(4, 'OsmSchema-V0.6')),
    toFileBlock('OSMData', encodeBlock(data)),
  ])
}

function encodeBlock({ nodes, ways = [] }: PbfData): Buffer {
  const strings = ['']
  const indexOf = (text: string) => {
    const known = strings.indexOf(text)
    return known === -1 ? strings.push(text) - 1 : known
  }
  const keysAndValues = (tags: Tags) =>
    Object.entries(tags).flatMap(([key, value]) => [indexOf(key), indexOf(value)])
  const units = (degrees: number) => Math.round((degrees * 1e9) / NANODEGREES_PER_UNIT)
  const dense = Buffer.concat([
    field(1, toDeltas(nodes.map(({ id }) => id))),
    field(8, toDeltas(nodes.map(({ lat }) => units(lat)))),
    field(9, toDeltas(nodes.map(({ lng }) => units(lng)))),
    field(10, pack(nodes.flatMap(({ tags = {} }) => [...keysAndValues(tags), 0]))),
  ])
  const encodedWays = ways.map(({ id, nodes: refs, tags }) =>
    field(
      3,
      Buffer.concat([
        Buffer.concat([varint(1 << 3), varint(id)]),
        field(2, pack(Object.keys(tags).map(indexOf))),
        field(3, pack(Object.values(tags).map(indexOf))),
        field(8, toDeltas(refs)),
      ]),
    ),
  )
  const groups = [field(2, field(2, dense)), field(2, Buffer.concat(encodedWays))]
  return Buffer.concat([field(1, Buffer.concat(strings.map((text) => field(1, text)))), ...groups])
}

function toFileBlock(type: string, content: Buffer): Buffer {
  const blob = Buffer.concat([varint(2 << 3), varint(content.length), field(3, deflateSync(content))])
  const header = Buffer.concat([field(1, type), varint(3 << 3), varint(blob.length)])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  return Buffer.concat([length, header, blob])
}

/** A length-delimited field (wire type 2). */
function field(number: number, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes])
}

function pack(values: number[]): Buffer {
  return Buffer.concat(values.map(varint))
}

/** Differences, signs folded in (zigzag). */
function toDeltas(values: number[]): Buffer {
  return pack(
    values.map((value, index) => {
      const delta = value - (values[index - 1] ?? 0)
      return delta >= 0 ? delta * 2 : -delta * 2 - 1
    }),
  )
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return Buffer.from([...bytes, rest])
}
