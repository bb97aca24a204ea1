/** What the opened map shows and offers to the page's own elements that lie over it: labels, buttons, lines of text. */
import { create } from 'zustand'
import type { MapItem } from '#lib/core/geo/map/map-clusters.ts'

/** What went wrong with the map or the position, as a key of the texts `map.problems`. */
export type MapProblem = 'basemap' | 'slow' | 'lost' | 'positionDenied' | 'positionUnknown'

export type MapControls = {
  /** Where a mark stands, in CSS pixels from the map's corner. */
  project(item: MapItem): { x: number; y: number }
  /** What a click on a mark does. */
  open(item: MapItem): void
  zoomBy(steps: 1 | -1): void
  showPosition(): void
  /** Calls back on each frame of a movement; returns how to stop it. */
  onMove(listener: () => void): () => void
}

export type MapStage = {
  /** Null until the map is there. */
  controls: MapControls | null
  /** Marks within the map's edges, largest first, as they stand at rest. */
  items: readonly MapItem[]
  /** The mark under the pointer or with the focus. */
  pointed: MapItem | null
  /** The mark that holds the selected entry. */
  chosen: MapItem | null
  problem: MapProblem | null
}

export const useMapStage = create<MapStage>()(() => ({
  controls: null,
  items: [],
  pointed: null,
  chosen: null,
  problem: null,
}))

/** Tells marks apart between two sets. */
export function toMarkId({ kind, ranks }: MapItem): string {
  return `${kind}:${ranks[0]}:${ranks.length}`
}
