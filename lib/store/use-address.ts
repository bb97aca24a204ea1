/**
 * Keeps the address and the store in step: read at the start and on "back", written after each change. Opening and closing an entry
 * is a step one can go back; filter and camera only correct the present one.
 */
import { useEffect } from 'react'
import { formatFilter, parseFilter } from '#lib/domain/filter.ts'
import { formatOrder, parseOrder } from '#lib/domain/order.ts'
import { setOrDelete } from '#lib/domain/parameters.ts'
import { parseEntryPath } from '#lib/domain/paths.ts'
import { type Camera, formatCamera, parseCamera } from '#lib/domain/view.ts'
import { useExplorer } from './explorer-store.ts'

/**
 * Mount once, in the explorer. `toPath` gives the path for an open entry and for none; `home` is where the map stands as long as nobody
 * has moved it.
 */
export function useAddress(toPath: (slug: string | null) => string, home: Camera): void {
  useEffect(() => {
    readAddress(null)
    // An address without a camera is one from before the map was moved.
    const goBack = () => readAddress(home)
    const stop = useExplorer.subscribe(({ snapshot }) => {
      if (snapshot) writeAddress(toPath)
    })
    window.addEventListener('popstate', goBack)
    return () => {
      window.removeEventListener('popstate', goBack)
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

function writeAddress(toPath: (slug: string | null) => string): void {
  const { filter, order, isTable, camera, selected, snapshot } = useExplorer.getState()
  const params = new URLSearchParams(window.location.search)
  formatFilter(filter, params)
  setOrDelete(params, 'o', formatOrder(order))
  setOrDelete(params, 't', isTable ? '1' : '')
  if (camera) params.set('c', formatCamera(camera))
  const path = toPath(selected === null ? null : (snapshot?.texts.slugs[selected] ?? null))
  const search = params.toString().replaceAll('%2C', ',')
  const address = `${path}${search && `?${search}`}`
  const { pathname } = window.location
  if (address === pathname + window.location.search) return
  if (path === pathname) window.history.replaceState(null, '', address)
  else window.history.pushState(null, '', address)
}
