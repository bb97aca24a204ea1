'use client'

/**
 * A list with its places on a map beside it. Whatever stands in the list with `data-place-key` marks its pin when it is focused or
 * pressed, and a pin leads back to it. The list is complete without the map.
 */
import { useTranslations } from 'next-intl'
import { type ReactNode, type SyntheticEvent, useCallback, useEffect, useRef } from 'react'
import { SchematicNote } from '#components/map/schematic-note.tsx'
import { type MapSlot, useMap } from '#components/map/use-map.ts'
import { ZoomButtons } from '#components/map/zoom-buttons.tsx'
import type { MarkedPlace } from './marked-places-map.ts'

type Props = { label: string; places: readonly MarkedPlace[]; children: ReactNode }

export function ListWithMap({ label, places, children }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const { container, map, state, isSchematic } = useMarkedPlacesMap(places, (key) => {
    const row = mark(list.current, key)
    row?.querySelector<HTMLElement>('a')?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  })
  const hasMap = state !== 'unavailable' && places.length > 0
  const chooseRow = ({ target }: SyntheticEvent) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-place-key]') : null
    if (!row) return
    mark(list.current, row.dataset.placeKey ?? '')
    map?.choose(row.dataset.placeKey ?? null)
  }
  return (
    <div className={hasMap ? 'mt-6 gap-6 lg:grid lg:grid-cols-[minmax(0,1fr)_26rem] lg:items-start' : 'mt-6'}>
      {hasMap && (
        <section
          aria-label={label}
          data-map-state={state}
          className="relative h-64 overflow-hidden rounded-2xl border border-edge bg-map-ground max-lg:mb-4 lg:sticky lg:top-4 lg:order-last lg:h-[min(36rem,calc(100dvh-2rem))] noscript:hidden print:hidden"
        >
          <div ref={container} className="size-full" />
          {isSchematic && (
            <div className="pointer-events-none absolute bottom-2 left-3">
              <SchematicNote />
            </div>
          )}
          {map && (
            <div className="absolute right-2 bottom-10 flex flex-col gap-2">
              <ZoomButtons zoomBy={map.zoomBy} />
            </div>
          )}
        </section>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its links and boxes do */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys come as focus */}
      <div ref={list} onFocus={chooseRow} onClick={chooseRow} className="min-w-0 lg:col-start-1">
        {children}
      </div>
    </div>
  )
}

/** Shows which row is chosen; returns it. */
function mark(list: HTMLElement | null, key: string): HTMLElement | null {
  let chosen: HTMLElement | null = null
  for (const row of list?.querySelectorAll<HTMLElement>('[data-place-key]') ?? []) {
    const isChosen = row.dataset.placeKey === key
    row.toggleAttribute('data-chosen', isChosen)
    if (isChosen) chosen = row
  }
  return chosen
}

function useMarkedPlacesMap(places: readonly MarkedPlace[], onChoose: (key: string) => void) {
  const t = useTranslations('map')
  // The map opens with the first places and goes with the last; others come to the map that is there.
  const hasPlaces = places.length > 0
  const present = useRef({ places, onChoose })
  useEffect(() => {
    present.current = { places, onChoose }
  })
  const open = useCallback(
    async (place: MapSlot, signal: AbortSignal) => {
      if (!hasPlaces) return null
      const { openMarkedPlacesMap } = await import('./marked-places-map.ts')
      const texts = { 'Map.Title': t('label'), 'AttributionControl.ToggleAttribution': t('attribution') }
      const choose = (key: string) => present.current.onChoose(key)
      return openMarkedPlacesMap(
        { ...place, texts, places: present.current.places, onChoose: choose },
        signal,
      )
    },
    [t, hasPlaces],
  )
  const opened = useMap(open)
  const { map } = opened
  const placesKey = JSON.stringify(places)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `placesKey` tells when places differ; a list read again may hold the same ones
  useEffect(() => map?.show(places), [map, placesKey])
  return opened
}
