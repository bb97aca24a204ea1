/** Notices when the ground beneath the entries is missing, late or lost; entries and list go on without it. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { ENTRY_SOURCES } from '#lib/core/style/entry-layers.ts'
import { GROUP_SOURCE } from '#lib/core/style/group-layers.ts'
import { type MapProblem, useMapStage } from './map-stage.ts'

const SLOW_MILLISECONDS = 8_000

const OWN_SOURCES: ReadonlySet<string> = new Set([...Object.values(ENTRY_SOURCES), GROUP_SOURCE])

export function reportProblem(problem: MapProblem): void {
  useMapStage.setState({ problem })
}

/** Takes a report back, where it is the one that shows. */
export function settleProblem(...problems: MapProblem[]): void {
  const { problem } = useMapStage.getState()
  if (problem && problems.includes(problem)) useMapStage.setState({ problem: null })
}

export function watchProblems(map: MapLibreMap, signal: AbortSignal): void {
  map.on('error', (event) => {
    console.error(event.error)
    const source = 'sourceId' in event ? String(event.sourceId) : ''
    if (source && !OWN_SOURCES.has(source)) reportProblem('basemap')
  })
  map.on('sourcedata', ({ sourceId, tile }) => {
    if (tile?.state === 'loaded' && !OWN_SOURCES.has(sourceId)) settleProblem('basemap')
  })
  map.on('webglcontextlost', () => reportProblem('lost'))
  map.on('webglcontextrestored', () => settleProblem('lost'))
  let timer = 0
  const wait = () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      if (!map.areTilesLoaded() && !useMapStage.getState().problem) reportProblem('slow')
    }, SLOW_MILLISECONDS)
  }
  map.on('dataloading', wait)
  map.on('idle', () => {
    window.clearTimeout(timer)
    settleProblem('slow')
  })
  signal.addEventListener('abort', () => window.clearTimeout(timer))
}
