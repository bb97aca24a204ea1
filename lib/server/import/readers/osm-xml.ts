/** Reads OSM XML (`.osm`, `.osm.gz`) element by element with a strict parser. */
import sax from 'sax'
import { FileFault } from '#lib/server/import/row.ts'
import { readFileText, type Watch } from './file-text.ts'
import type { OsmElement } from './osm.ts'

/** Elements in the order of the file; a file that breaks off ends in a FileFault after what could be read. */
export async function* readOsmXml(file: string, watch: Watch): AsyncGenerator<OsmElement> {
  const parser = sax.parser(true)
  const ready: OsmElement[] = []
  let current: OsmElement | undefined
  let fault: Error | undefined
  parser.onopentag = ({ name, attributes }) => {
    const text = attributes as Record<string, string>
    if (name === 'node' || name === 'way' || name === 'relation') current = start(name, text)
    else if (!current) return
    else if (name === 'tag') current.tags[text.k ?? ''] = text.v ?? ''
    else if (name === 'nd') current.nodes?.push(Number(text.ref))
    else if (name === 'member') current.members?.push({ type: text.type ?? '', ref: Number(text.ref) })
    else if (name === 'center') Object.assign(current, { lng: Number(text.lon), lat: Number(text.lat) })
  }
  parser.onclosetag = (name) => {
    if (!current || name !== current.type) return
    ready.push(current)
    current = undefined
  }
  parser.onerror = (cause) => {
    const [detail = ''] = cause.message.split('\n')
    fault ??= new FileFault('broken-xml', { file, line: parser.line + 1, detail })
  }
  for await (const chunk of readFileText(file, 'utf-8', watch)) {
    parser.write(chunk)
    yield* ready.splice(0)
    if (fault) throw fault
  }
  parser.close()
  yield* ready.splice(0)
  if (fault) throw fault
}

function start(type: OsmElement['type'], { id, lon, lat }: Record<string, string>): OsmElement {
  return {
    type,
    id: Number(id),
    tags: {},
    ...(lon !== undefined && lat !== undefined && { lng: Number(lon), lat: Number(lat) }),
    ...(type === 'way' && { nodes: [] }),
    ...(type === 'relation' && { members: [] }),
  }
}
