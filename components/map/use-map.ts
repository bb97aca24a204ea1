'use client'

/** Opens a map in its place on the page. Its code comes in a bundle of its own and may stay away. */
import { useLocale } from 'next-intl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { isMapOff } from './map-off.ts'
import type { MapState } from './map-state.ts'

export type MapSlot = {
  container: HTMLElement
  locale: Locale
  onState(state: MapState): void
  /** Whether the basemap is the schematic one. */
  onSchematic(isSchematic: boolean): void
}

export type OpenedMap<M> = {
  container: RefObject<HTMLDivElement | null>
  /** Null until it is there. */
  map: M | null
  state: MapState
  isSchematic: boolean
}

/** Opens the map again when `open` is another function; `open` rejects where the browser cannot draw. */
export function useMap<M>(open: (place: MapSlot, signal: AbortSignal) => Promise<M | null>): OpenedMap<M> {
  const locale: Locale = useLocale() === 'en' ? 'en' : 'de'
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<M | null>(null)
  const [state, setState] = useState<MapState>('loading')
  const [isSchematic, setSchematic] = useState(false)
  useEffect(() => {
    if (!container.current) return
    if (isMapOff()) return setState('off')
    const place: MapSlot = {
      container: container.current,
      locale,
      onState: setState,
      onSchematic: setSchematic,
    }
    const abort = new AbortController()
    open(place, abort.signal)
      .then((opened) => !abort.signal.aborted && setMap(() => opened))
      .catch((fault: unknown) => {
        console.error(fault)
        if (!abort.signal.aborted) setState('unavailable')
      })
    return () => {
      abort.abort()
      setMap(null)
    }
  }, [open, locale])
  return { container, map, state, isSchematic }
}
