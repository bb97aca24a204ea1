/** Reads an answer of Overpass in JSON, with or without `out center`. */
import { z } from 'zod'
import { FileFault } from '#lib/server/import/row.ts'
import type { Watch } from './file-text.ts'
import { readArray } from './json.ts'
import type { OsmElement } from './osm.ts'

const element = z.object({
  type: z.enum(['node', 'way', 'relation']),
  id: z.number(),
  lon: z.number().optional(),
  lat: z.number().optional(),
  center: z.object({ lon: z.number(), lat: z.number() }).optional(),
  bounds: z
    .object({ minlon: z.number(), minlat: z.number(), maxlon: z.number(), maxlat: z.number() })
    .optional(),
  nodes: z.array(z.number()).optional(),
  members: z.array(z.object({ type: z.string(), ref: z.number() })).optional(),
  tags: z.record(z.string(), z.string()).optional(),
})

/** Elements in the order of the file; something else among them is a FileFault. */
export async function* readOverpass(file: string, watch: Watch): AsyncGenerator<OsmElement> {
  for await (const value of readArray(file, 'elements', 'utf-8', watch)) {
    const parsed = element.safeParse(value)
    if (!parsed.success) throw new FileFault('no-element', { file })
    const { type, id, lon, lat, center, bounds, nodes, members, tags } = parsed.data
    const lng = lon ?? center?.lon ?? (bounds && (bounds.minlon + bounds.maxlon) / 2)
    const north = lat ?? center?.lat ?? (bounds && (bounds.minlat + bounds.maxlat) / 2)
    yield {
      type,
      id,
      tags: tags ?? {},
      ...(lng !== undefined && north !== undefined && { lng, lat: north }),
      ...(nodes && { nodes }),
      ...(members && { members }),
    }
  }
}
