/** Keeps the address and the store in step: read at the start and on "back", written after each change. */
import { useEffect } from 'react'
import { formatFilter, parseFilter } from '#lib/domain/filter.ts'
import { formatCamera, parseCamera } from '#lib/domain/view.ts'
import { findRank, useExplorer } from './explorer-store.ts'

/** Mount once, in the explorer. */
export function useAddress(): void {
  useEffect(() => {
    const linked = readAddress()
    const stop = useExplorer.subscribe((state, before) => {
      if (!state.snapshot) return
      const rank = before.snapshot ? null : findRank(state.snapshot, linked)
      if (rank !== null) state.select(rank)
      else writeAddress()
    })
    window.addEventListener('popstate', readAddress)
    return () => {
      window.removeEventListener('popstate', readAddress)
      stop()
    }
  }, [])
}

/** Takes over what the address says and returns the slug it names. */
function readAddress(): string | null {
  const params = new URLSearchParams(window.location.search)
  const slug = params.get('e')
  const { setFilter, setCamera, select, snapshot } = useExplorer.getState()
  const camera = parseCamera(params.get('c'))
  if (camera) setCamera(camera)
  if (snapshot) select(findRank(snapshot, slug))
  setFilter(parseFilter(params))
  return slug
}

function writeAddress(): void {
  const { filter, camera, selected, snapshot } = useExplorer.getState()
  const params = new URLSearchParams(window.location.search)
  formatFilter(filter, params)
  if (camera) params.set('c', formatCamera(camera))
  const slug = selected === null ? undefined : snapshot?.texts.slugs[selected]
  if (slug) params.set('e', slug)
  else params.delete('e')
  const search = params.toString().replaceAll('%2C', ',')
  const address = `${window.location.pathname}${search && `?${search}`}`
  if (address !== window.location.pathname + window.location.search)
    window.history.replaceState(null, '', address)
}
