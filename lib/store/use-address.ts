/** Keeps the address and the store in step: read once at the start and on "back", written after each change. */
import { useEffect } from 'react'
import { formatFilter, parseFilter } from '#lib/domain/filter.ts'
import { formatCamera, parseCamera } from '#lib/domain/view.ts'
import { useExplorer } from './explorer-store.ts'

/** Mount once in the explorer. */
export function useAddress(): void {
  useEffect(() => {
    const read = () => {
      const params = new URLSearchParams(window.location.search)
      const { setFilter, setCamera, snapshot, select } = useExplorer.getState()
      setFilter(parseFilter(params))
      const camera = parseCamera(params.get('c'))
      if (camera) setCamera(camera)
      const rank = snapshot?.texts.slugs.indexOf(params.get('e') ?? '') ?? -1
      if (snapshot) select(rank < 0 ? null : rank)
    }
    read()
    window.addEventListener('popstate', read)
    const wanted = new URLSearchParams(window.location.search).get('e')
    const stop = useExplorer.subscribe((state, before) => {
      if (!state.snapshot) return
      if (!before.snapshot && wanted) {
        const rank = state.snapshot.texts.slugs.indexOf(wanted)
        if (rank >= 0) return state.select(rank)
      }
      writeAddress()
    })
    return () => {
      window.removeEventListener('popstate', read)
      stop()
    }
  }, [])
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
  const address = `${window.location.pathname}${search ? `?${search}` : ''}`
  if (address !== window.location.pathname + window.location.search)
    window.history.replaceState(null, '', address)
}
