/** Reads OSM PBF block by block. Its parser refuses a truncated file instead of accepting it in silence. */
import { pipeline, Readable } from 'node:stream'
import { OSMTransform } from 'osm-pbf-parser-node'
import { FileFault } from '#lib/server/import/row.ts'
import { ONE_AHEAD, readFileBytes, type Watch } from './file-text.ts'
import type { OsmElement } from './osm.ts'

type PbfItem = {
  type?: OsmElement['type']
  id: number
  lon?: number
  lat?: number
  refs?: number[]
  members?: { type: string; ref: number }[]
  tags?: Record<string, string>
}

/** Elements in the order of the file; a file that breaks off ends in a FileFault after what could be read. */
export async function* readOsmPbf(file: string, watch: Watch): AsyncGenerator<OsmElement> {
  const items = pipeline(Readable.from(readFileBytes(file, watch), ONE_AHEAD), new OSMTransform(), () => {})
  try {
    for await (const batch of items as AsyncIterable<PbfItem | PbfItem[]>)
      for (const item of Array.isArray(batch) ? batch : [batch])
        if (item.type) yield toElement(item, item.type)
  } catch (cause) {
    if (cause instanceof FileFault) throw cause
    throw new FileFault('broken-pbf', { file, detail: (cause as Error).message })
  }
}

function toElement({ id, lon, lat, refs, members, tags }: PbfItem, type: OsmElement['type']): OsmElement {
  return {
    type,
    id,
    tags: tags ?? {},
    ...(lon !== undefined && lat !== undefined && { lng: lon, lat }),
    ...(refs && { nodes: refs }),
    ...(members && { members }),
  }
}
