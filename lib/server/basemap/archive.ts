/** A PMTiles file as basemap: its schema, its attribution and its tiles, read from the disk as they are asked for. */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { PMTiles, type Source, TileType } from 'pmtiles'
import { z } from 'zod'
import type { Bbox } from '#lib/core/domain/bbox.ts'

type TileSchema = 'openmaptiles' | 'protomaps'

export type Archive = {
  schema: TileSchema
  attribution: string
  minZoom: number
  maxZoom: number
  box: Bbox
  /** Changes with the file, so that its tiles may be kept by browsers for ever. */
  version: string
  /** A tile as it stands in the file, unpacked; null where the file has none. */
  readTile(z: number, x: number, y: number): Promise<Buffer | null>
}

const metadataSchema = z.looseObject({
  attribution: z.string().optional().catch(undefined),
  vector_layers: z.array(z.looseObject({ id: z.string() })).catch([]),
})

/** Opens a file; throws with the cure when it is missing, no PMTiles file, or of no schema that we can draw. */
export async function openArchive(file: string): Promise<Archive> {
  const handle = await open(file).catch((cause) => {
    throw new Error(`BASEMAP names ${file}, which cannot be read. Give the path of a PMTiles file.`, {
      cause,
    })
  })
  try {
    const { size, mtimeMs } = await handle.stat()
    const source: Source = {
      getKey: () => file,
      async getBytes(offset, length) {
        const bytes = new Uint8Array(length)
        const { bytesRead } = await handle.read(bytes, 0, length, offset)
        return { data: bytes.buffer.slice(0, bytesRead) }
      },
    }
    const tiles = new PMTiles(source)
    const header = await tiles.getHeader()
    if (header.tileType !== TileType.Mvt) throw new Error('it holds no vector tiles')
    const metadata = metadataSchema.parse(await tiles.getMetadata())
    return {
      schema: toSchema(metadata.vector_layers.map(({ id }) => id)),
      attribution: metadata.attribution || '© OpenStreetMap contributors',
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
      box: [header.minLon, header.minLat, header.maxLon, header.maxLat],
      version: createHash('sha256').update(`${file} ${size} ${mtimeMs}`).digest('hex').slice(0, 12),
      async readTile(zoom, x, y) {
        const tile = await tiles.getZxy(zoom, x, y)
        return tile ? Buffer.from(tile.data) : null
      },
    }
  } catch (cause) {
    await handle.close()
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`BASEMAP names ${file}, which cannot be drawn: ${reason}.`, { cause })
  }
}

/** Both schemata carry OpenStreetMap's data; each is known by layers that only it has. */
function toSchema(layers: readonly string[]): TileSchema {
  if (layers.includes('transportation')) return 'openmaptiles'
  if (layers.includes('roads') && layers.includes('earth')) return 'protomaps'
  throw new Error('its tiles follow neither the OpenMapTiles nor the Protomaps schema')
}
