/**
 * Keeps the address and the store in step: read at the start and on "back", written after each change. Opening and closing an entry
 * is a step one can go back; filter and camera only correct the present one.
 */
import { useEffect } from 'react'
import { formatFilter, parseFilter } from '#lib/core/view/filter.ts'
import { formatOrder, parseOrder } from '#lib/core/view/order.ts'
import { setOrDelete } from '#lib/core/view/parameters.ts'
import { parseEntryPath } from '#lib/core/view/paths.ts'
import { type Camera, formatCamera, parseCamera } from '#lib/core/view/view.ts'
import { type ExplorerState, useExplorer } from './explorer-store.ts'

/**
 * Mount once, in the explorer. `toPath` gives the path for an open entry and for none; `home` is where the map stands as long as nobody
 * has moved it.
 */
export function useAddress(toPath: (slug: string | null) => string, home: Camera): void {
  useEffect(() => {
    readAddress(null)
    // An address without a camera is one from before the map was moved.
    const goBack = () => readAddress(home)
    const { follow, stop } = createWriter(toPath)
    const leave = useExplorer.subscribe(follow)
    window.addEventListener('popstate', goBack)
    return () => {
      window.removeEventListener('popstate', goBack)
      leave()
      stop()
    }
  }, [toPath, home])
}

function readAddress(home: Camera | null): void {
  const params = new URLSearchParams(window.location.search)
  useExplorer.getState().follow({
    filter: parseFilter(params),
    order: parseOrder(params.get('o')),
    isTable: params.get('t') === '1',
    camera: parseCamera(params.get('c')) ?? home,
    slug: parseEntryPath(window.location.pathname)?.slug ?? null,
  })
}

/** Steps are taken at once; corrections follow when the browser has shown what changed, because they occupy it for several milliseconds. */
function createWriter(toPath: (slug: string | null) => string) {
  let frame = 0
  let task = 0
  const stop = () => {
    cancelAnimationFrame(frame)
    window.clearTimeout(task)
    frame = task = 0
  }
  const correct = () => {
    stop()
    const { pathname, search } = window.location
    const address = pathname + toSearch()
    if (address !== pathname + search) window.history.replaceState(null, '', address)
  }
  const follow = ({ selected, snapshot }: ExplorerState) => {
    if (!snapshot) return
    const path = toPath(selected === null ? null : (snapshot.texts.slugs[selected] ?? null))
    if (path !== window.location.pathname) {
      if (frame) correct()
      window.history.pushState(null, '', path + toSearch())
    } else if (!frame)
      frame = requestAnimationFrame(() => {
        task = window.setTimeout(correct)
      })
  }
  return { follow, stop }
}

/** The search part of the present address, with what the store says now. */
function toSearch(): string {
  const { filter, order, isTable, camera } = useExplorer.getState()
  const params = new URLSearchParams(window.location.search)
  formatFilter(filter, params)
  setOrDelete(params, 'o', formatOrder(order))
  setOrDelete(params, 't', isTable ? '1' : '')
  if (camera) params.set('c', formatCamera(camera))
  const search = params.toString().replaceAll('%2C', ',')
  return search && `?${search}`
}
