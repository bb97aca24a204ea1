/** The table, or a sheet drawn up whole, lies over the map: until one sees something of it, the map's code may stay away. */
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { isMapHidden, onSheetRest } from './map-cover.ts'
import type { MapSlot } from './use-map.ts'

/** Resolves once somebody asks for the map: by looking at it, or by a filter that depends on what it shows. Never once aborted. */
export async function whenUncovered({ container, onState }: MapSlot, signal: AbortSignal): Promise<void> {
  const isAsked = () => useExplorer.getState().filter.isInView || !isMapHidden(container)
  // The page reads its address in the same turn, after its parts have come in.
  await null
  if (isAsked()) return
  onState('idle')
  return new Promise((resolve) => {
    const settled = new AbortController()
    const ended = AbortSignal.any([signal, settled.signal])
    const look = () => {
      if (ended.aborted || !isAsked()) return
      settled.abort()
      onState('loading')
      resolve()
    }
    // What the store says stands on the page a frame later.
    const stop = useExplorer.subscribe(() => requestAnimationFrame(look))
    ended.addEventListener('abort', stop)
    onSheetRest(look, ended)
    window.addEventListener('resize', look, { signal: ended })
  })
}
