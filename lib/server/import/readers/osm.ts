/**
 * OpenStreetMap elements to rows: nodes, ways and relations from XML, PBF or Overpass. A way lies in the middle of the box of
 * its nodes, a relation in that of its members. Ways whose nodes come later in the file wait for them.
 */

import { toImportMessage } from '#lib/server/import/import-messages.ts'
import { FileFault, type RawRow } from '#lib/server/import/row.ts'
import { PositionIndex } from './position-index.ts'

export type OsmElement = {
  type: 'node' | 'way' | 'relation'
  id: number
  lng?: number
  lat?: number
  /** Node ids of a way. */
  nodes?: number[]
  members?: { type: string; ref: number }[]
  tags: Record<string, string>
}

/** One row per element that has tags; untagged ones are geometry only. A fault of the file comes after all that could be placed. */
export async function* readOsmRows(elements: AsyncGenerator<OsmElement>): AsyncGenerator<RawRow> {
  const nodes = new PositionIndex()
  const ways = new PositionIndex()
  const waiting: OsmElement[] = []
  let count = 0
  let fault: unknown
  try {
    for await (const element of elements) {
      count += 1
      const position = locate(element, nodes, ways)
      if (position && element.type === 'node') nodes.add(element.id, ...position)
      if (position && element.type === 'way') ways.add(element.id, ...position)
      if (!position) waiting.push(element)
      else if (hasTags(element)) yield toRow(element, position)
    }
  } catch (cause) {
    fault = cause
  }
  for (const element of waiting.sort((a, b) => (a.type < b.type ? 1 : -1))) {
    const position = locate(element, nodes, ways)
    if (position && element.type === 'way') ways.add(element.id, ...position)
    if (hasTags(element)) yield toRow(element, position)
  }
  if (fault) throw fault
  if (count === 0) throw new FileFault('no-elements')
}

function hasTags({ tags }: OsmElement): boolean {
  for (const _ in tags) return true
  return false
}

function toRow({ type, id, tags }: OsmElement, position: [number, number] | null): RawRow {
  return { at: toImportMessage(`places.${type}`, { id }), id: `${type}/${id}`, fields: tags, position }
}

function locate(element: OsmElement, nodes: PositionIndex, ways: PositionIndex): [number, number] | null {
  if (element.lng !== undefined && element.lat !== undefined) return [element.lng, element.lat]
  if (element.nodes) return middleOf(element.nodes.map((id) => nodes.get(id)))
  return middleOf(
    (element.members ?? []).map(({ type, ref }) =>
      type === 'way' ? ways.get(ref) : type === 'node' ? nodes.get(ref) : null,
    ),
  )
}

/** The middle of the box around the known positions; null where none is known. */
function middleOf(positions: ([number, number] | null)[]): [number, number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const position of positions) {
    if (!position) continue
    west = Math.min(west, position[0])
    south = Math.min(south, position[1])
    east = Math.max(east, position[0])
    north = Math.max(north, position[1])
  }
  return west <= east ? [(west + east) / 2, (south + north) / 2] : null
}
