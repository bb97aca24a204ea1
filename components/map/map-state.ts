/** Says when the map shows what it should: `idle` only once data, camera and basemap have come to rest. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useExplorer } from '#lib/client/store/explorer-store.ts'

/** `off`: the map was left out (`isMapOff`). */
export type MapState = 'loading' | 'idle' | 'unavailable' | 'off'

export type Work = { track<T>(work: Promise<T>): Promise<T> }

/** Keeps the map from being at rest while something is worked out; to be told at each change whether it is. */
export function createBusy({ track }: Work): (isWorking: boolean) => void {
  let finish: (() => void) | null = null
  return (isWorking) => {
    if (isWorking === (finish !== null)) return
    if (finish) {
      finish()
      finish = null
    } else
      void track(
        new Promise<void>((done) => {
          finish = done
        }),
      )
  }
}

/** Counts what is still under way, and looks after each piece whether the map has come to rest. */
export function watchState(map: MapLibreMap, onState: (state: MapState) => void, signal: AbortSignal): Work {
  let underWay = 0
  const isDone = () => {
    const { scan, failed } = useExplorer.getState()
    return underWay === 0 && Boolean(scan || failed)
  }
  // Where only marks have changed, the map itself is at rest already and draws nothing.
  const settle = () => {
    if (signal.aborted || !isDone()) return
    if (map.loaded() && !map.isMoving()) onState('idle')
    else map.triggerRepaint()
  }
  const wake = () => {
    onState('loading')
    if (!signal.aborted) requestAnimationFrame(settle)
  }
  map.on('movestart', () => onState('loading'))
  map.on('idle', () => isDone() && onState('idle'))
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
