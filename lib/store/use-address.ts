/**
 * Keeps the address and the store in step: read at the start and on "back", written after each change. Opening and closing an entry
 * is a step one can go back; filter and camera only correct the present one.
 */
import { useEffect } from 'react'
import { formatFilter, parseFilter } from '#lib/domain/filter.ts'
import { parseEntryPath, toEntryPath } from '#lib/domain/paths.ts'
import { formatCamera, parseCamera } from '#lib/domain/view.ts'
import { useExplorer } from './explorer-store.ts'

/** Mount once, in the explorer. */
export function useAddress(locale: string): void {
  useEffect(() => {
    readAddress()
    const stop = useExplorer.subscribe(({ snapshot }) => {
      if (snapshot) writeAddress(locale)
    })
    window.addEventListener('popstate', readAddress)
    return () => {
      window.removeEventListener('popstate', readAddress)
      stop()
    }
  }, [locale])
}

function readAddress(): void {
  const params = new URLSearchParams(window.location.search)
  useExplorer.getState().follow({
    filter: parseFilter(params),
    camera: parseCamera(params.get('c')),
    slug: parseEntryPath(window.location.pathname),
  })
}

function writeAddress(locale: string): void {
  const { filter, camera, selected, snapshot } = useExplorer.getState()
  const params = new URLSearchParams(window.location.search)
  formatFilter(filter, params)
  if (camera) params.set('c', formatCamera(camera))
  const slug = selected === null ? undefined : snapshot?.texts.slugs[selected]
  const path = slug ? toEntryPath(locale, slug) : `/${locale}`
  const search = params.toString().replaceAll('%2C', ',')
  const address = `${path}${search && `?${search}`}`
  const { pathname } = window.location
  if (address === pathname + window.location.search) return
  if (path === pathname) window.history.replaceState(null, '', address)
  else window.history.pushState(null, '', address)
}
