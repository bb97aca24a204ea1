'use client'

/** The map's place on the page. The map itself comes after the list, in a bundle of its own, and may stay away. */
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Camera } from '#lib/domain/view.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import { MapButtons } from './map-buttons.tsx'
import type { MapState } from './map-state.ts'

/** Children are round buttons of other behaviours (`MapButton`), above the map's own. */
export function MapView({ camera, children }: { camera: Camera; children?: ReactNode }) {
  const t = useTranslations('map')
  const locale = useLocale() === 'en' ? 'en' : 'de'
  const container = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<MapState>('loading')
  const [isSchematic, setSchematic] = useState(false)
  const hasList = useExplorer((explorer) => explorer.snapshot !== null || explorer.failed)
  useEffect(() => {
    if (!hasList || !container.current) return
    const place = container.current
    const abort = new AbortController()
    import('./entry-map.ts')
      .then(({ openEntryMap }) =>
        openEntryMap(
          {
            container: place,
            camera: useExplorer.getState().camera ?? camera,
            locale,
            texts: {
              'Map.Title': t('label'),
              'NavigationControl.ZoomIn': t('zoomIn'),
              'NavigationControl.ZoomOut': t('zoomOut'),
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
  }, [hasList, camera, locale, t])
  return (
    <div data-map-state={state} className="absolute inset-0 mapless:static print:static">
      <div ref={container} className="size-full mapless:hidden print:hidden" />
      <MapButtons>{children}</MapButtons>
      {isSchematic && (
        <p className="pointer-events-none absolute bottom-8 left-4 text-muted text-sm lg:right-16 lg:bottom-5 lg:left-auto">
          {t('schematic')}
        </p>
      )}
      {state === 'unavailable' && <p className="text-center text-muted">{t('unavailable')}</p>}
      <noscript>
        <p className="text-center text-muted">{t('unavailable')}</p>
      </noscript>
    </div>
  )
}
