'use client'

/** The place of the planner's map on the page; the map comes in a bundle of its own and may stay away. */
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback } from 'react'
import { SchematicNote } from '#components/map/schematic-note.tsx'
import { type MapSlot, useMap } from '#components/map/use-map.ts'
import { ZoomButtons } from '#components/map/zoom-buttons.tsx'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import type { Camera } from '#lib/core/view/view.ts'

type Props = {
  camera: Camera
  /** What lies over the map at its lower left: legend and lines. */
  legend: ReactNode
  children: ReactNode
}

export function PlanningMapView({ camera, legend, children }: Props) {
  const t = useTranslations()
  const { container, map, state, isSchematic } = usePlanningMap(camera)
  return (
    <section
      aria-label={t('map.region')}
      data-map-state={state}
      className="relative bg-map-ground print:bg-transparent"
    >
      <div
        ref={container}
        className="h-[62dvh] min-h-80 beside:h-[calc(100dvh-var(--header)-3rem)] print:hidden"
      />
      {state === 'unavailable' && (
        <p className="absolute inset-0 grid place-items-center px-6 text-center text-muted">
          {t('planning.map.unavailable')}
        </p>
      )}
      {map && (
        <div className="absolute top-[calc(62dvh-8.5rem)] right-3 z-10 flex flex-col beside:top-auto beside:bottom-10 [&>:first-child]:rounded-b-none [&>:last-child]:-mt-px [&>:last-child]:rounded-t-none print:hidden">
          <ZoomButtons zoomBy={map.zoomBy} />
        </div>
      )}
      {children}
      <div className="pointer-events-none flex flex-col items-start gap-2 bg-sheet px-3 pt-3 beside:absolute beside:right-18 beside:bottom-(--map-foot) beside:left-3 beside:z-10 beside:bg-transparent beside:p-0 print:static print:p-0">
        {isSchematic && <SchematicNote />}
        {legend}
      </div>
    </section>
  )
}

function usePlanningMap(camera: Camera) {
  const t = useTranslations()
  const open = useCallback(
    async (place: MapSlot, signal: AbortSignal) => {
      const { openPlanningMap } = await import('./planning-map.ts')
      const texts = {
        'Map.Title': t('planning.map.label'),
        'AttributionControl.ToggleAttribution': t('map.attribution'),
        'CooperativeGesturesHandler.WindowsHelpText': t('planning.map.zoomByControl'),
        'CooperativeGesturesHandler.MacHelpText': t('planning.map.zoomByCommand'),
        'CooperativeGesturesHandler.MobileHelpText': t('planning.map.twoFingers'),
      }
      return openPlanningMap({ ...place, camera: usePlanning.getState().camera ?? camera, texts }, signal)
    },
    [camera, t],
  )
  return useMap(open)
}
