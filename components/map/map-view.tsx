'use client'

/** The map's place on the page. The map itself comes after the list, in a bundle of its own, and may stay away. */
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { MarkButtons } from '#components/map/marks/mark-buttons.tsx'
import { MarkLabel } from '#components/map/marks/mark-label.tsx'
import { useSourceWords } from '#components/register/use-source-words.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import type { Source } from '#lib/core/domain/source.ts'
import type { Camera } from '#lib/core/view/view.ts'
import { EarlyBasemap } from './early-basemap.tsx'
import { MapButtons } from './map-buttons.tsx'
import { MapControlButtons } from './map-control-buttons.tsx'
import { MapLegend } from './map-legend.tsx'
import { MapNotice } from './map-notice.tsx'
import { whenUncovered } from './map-uncovered.ts'
import { SchematicNote } from './schematic-note.tsx'
import { type MapSlot, useMap } from './use-map.ts'

type Props = {
  camera: Camera
  /** Named in the map's attribution. */
  sources: readonly Source[]
  /** Round buttons of other behaviours (`MapButton`), above the map's own. */
  children?: ReactNode
}

export function MapView({ camera, sources, children }: Props) {
  const t = useTranslations('map')
  const { container, state, isSchematic } = useEntryMap(camera, sources)
  const isLoaded = useExplorer(({ scan, failed }) => scan !== null || failed)
  return (
    <section
      aria-label={t('region')}
      data-map-state={state === 'off' && !isLoaded ? 'loading' : state}
      className="absolute inset-0 mapless:static print:static"
    >
      <EarlyBasemap />
      <div ref={container} className="size-full mapless:hidden print:hidden" />
      {state === 'unavailable' ? (
        <p className="text-center text-muted">{t('unavailable')}</p>
      ) : (
        <>
          <MarkButtons />
          <MarkLabel />
          <MapButtons>
            {children}
            <MapControlButtons />
          </MapButtons>
          <div className="pointer-events-none absolute bottom-(--map-foot) left-4 flex max-w-[calc(100%-6rem)] in-[.map-place:has([data-map-cards]>section)]:max-w-[calc(100%-26rem)] flex-col items-start gap-2 mapless:hidden print:static print:max-w-none">
            <MapNotice />
            {isSchematic && <SchematicNote />}
            <MapLegend />
          </div>
        </>
      )}
      <noscript>
        <p className="text-center text-muted">{t('unavailable')}</p>
      </noscript>
    </section>
  )
}

function useEntryMap(camera: Camera, sources: readonly Source[]) {
  const t = useTranslations('map')
  // Other sources do not open the map again; whenever it is opened it names the present ones.
  const known = useRef(sources)
  const translate = useSourceWords()
  useEffect(() => {
    known.current = sources.map((source) => ({
      ...source,
      title: translate(source.title),
      attribution: translate(source.attribution),
    }))
  })
  const open = useCallback(
    async (place: MapSlot, signal: AbortSignal) => {
      await whenUncovered(place, signal)
      const { openEntryMap } = await import('./entry-map.ts')
      const texts = {
        'Map.Title': t('label'),
        'AttributionControl.ToggleAttribution': t('attribution'),
      }
      const stands = useExplorer.getState().camera ?? camera
      await openEntryMap({ ...place, camera: stands, sources: known.current, texts }, signal)
      return null
    },
    [camera, t],
  )
  return useMap(open)
}
