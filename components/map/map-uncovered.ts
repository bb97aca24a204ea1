/** The table lies over the whole map: until it is gone, the map's code may stay away. */
import { useExplorer } from '#lib/store/explorer-store.ts'
import type { MapPlace } from './use-map.ts'

/** Resolves once somebody asks for the map: by looking at it, or by a filter that depends on what it shows. Never once aborted. */
export async function whenUncovered({ onState }: MapPlace, signal: AbortSignal): Promise<void> {
  const isCovered = () => {
    const { isTable, filter } = useExplorer.getState()
    return isTable && !filter.isInView
  }
  // The page reads its address in the same turn, after its parts have come in.
  await null
  if (!isCovered()) return
  onState('idle')
  return new Promise((resolve) => {
    const stop = useExplorer.subscribe(() => {
      if (isCovered()) return
      stop()
      onState('loading')
      resolve()
    })
    signal.addEventListener('abort', stop)
  })
}
