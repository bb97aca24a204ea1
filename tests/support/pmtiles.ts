/** Writes the smallest PMTiles file there is (version 3): one vector tile at zoom 0 and the given metadata. */
import { writeFileSync } from 'node:fs'

export function writePmtiles(
  file: string,
  metadata: unknown,
  tile: Uint8Array = new Uint8Array([26, 0]),
): void {
  const description = Buffer.from(JSON.stringify(metadata))
  // One entry: its id, its run length, its length and its offset + 1, as varints below 128.
  const directory = Buffer.from([1, 0, 1, tile.length, 1])
  const header = Buffer.alloc(127)
  header.write('PMTiles', 0, 'latin1')
  header[7] = 3
  const offsets = [127, directory.length, 127 + directory.length, description.length]
  const data = 127 + directory.length + description.length
  for (const [at, value] of [...offsets, data, 0, data, tile.length, 1, 1, 1].entries())
    header.writeBigUInt64LE(BigInt(value), 8 + 8 * at)
  // Clustered, nothing compressed, vector tiles, zooms 0 to 0, the box of the city.
  header.set([1, 1, 1, 1, 0, 0], 96)
  for (const [at, degrees] of [6.89, 51.0, 7.12, 51.11].entries())
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * at)
  writeFileSync(file, Buffer.concat([header, directory, description, tile]))
}
