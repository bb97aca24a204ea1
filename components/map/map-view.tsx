'use client'

/** The map's place on the page. The map itself comes after the list, in a bundle of its own, and may stay away. */
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Source } from '#lib/domain/source.ts'
import type { Camera } from '#lib/domain/view.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import { MapButtons } from './map-buttons.tsx'
import { MapControlButtons } from './map-control-buttons.tsx'
import { MapLegend } from './map-legend.tsx'
import { MapNotice } from './map-notice.tsx'
import type { MapState } from './map-state.ts'
import { MarkButtons } from './mark-buttons.tsx'
import { MarkLabel } from './mark-label.tsx'

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
  return (
    <section
      aria-label={t('region')}
      data-map-state={state}
      className="absolute inset-0 mapless:static print:static"
    >
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
          <div className="pointer-events-none absolute bottom-(--map-foot) left-4 flex max-w-[calc(100%-6rem)] flex-col items-start gap-2 mapless:hidden print:static print:max-w-none">
            <MapNotice />
            {isSchematic && <p className="text-muted text-sm print:hidden">{t('schematic')}</p>}
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
  const locale = useLocale() === 'en' ? 'en' : 'de'
  const container = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<MapState>('loading')
  const [isSchematic, setSchematic] = useState(false)
  const readSources = useEffectEvent(() => sources)
  useEffect(() => {
    if (!container.current) return
    const place = container.current
    const abort = new AbortController()
    import('./entry-map.ts')
      .then(({ openEntryMap }) =>
        openEntryMap(
          {
            container: place,
            camera: useExplorer.getState().camera ?? camera,
            locale,
            sources: readSources(),
            texts: {
              'Map.Title': t('label'),
              'AttributionControl.ToggleAttribution': t('attribution'),
            },
            onState: setState,
            onSchematic: setSchematic,
          },
          abort.signal,
        ),
      )
      .catch((fault: unknown) => {
        console.error(fault)
        if (!abort.signal.aborted) setState('unavailable')
      })
    return () => abort.abort()
  }, [camera, locale, t])
  return { container, state, isSchematic }
}
