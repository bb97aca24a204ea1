/** Says when the map shows what it should: `idle` only once data, camera and basemap have come to rest. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useExplorer } from '#lib/store/explorer-store.ts'

export type MapState = 'loading' | 'idle' | 'unavailable'

export type Work = { track<T>(work: Promise<T>): Promise<T> }

/** Counts what is still under way; the map draws once more after each piece, so that rest is noticed. */
export function watchState(map: MapLibreMap, onState: (state: MapState) => void, signal: AbortSignal): Work {
  let underWay = 0
  const wake = () => {
    onState('loading')
    if (!signal.aborted) map.triggerRepaint()
  }
  map.on('movestart', () => onState('loading'))
  map.on('idle', () => {
    const { scan, failed } = useExplorer.getState()
    if (underWay === 0 && (scan || failed)) onState('idle')
  })
  signal.addEventListener('abort', useExplorer.subscribe(wake))
  return {
    track: (work) => {
      underWay += 1
      wake()
      return work.finally(() => {
        underWay -= 1
        wake()
      })
    },
  }
}
