'use client'

/** Where something is, said on a map: by tapping, or from the keyboard by the middle of the map. The form works without it. */
import { Crosshair } from 'lucide'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect } from 'react'
import { MapButton } from '#components/map/map-buttons.tsx'
import { SchematicNote } from '#components/map/schematic-note.tsx'
import { type MapSlot, useMap } from '#components/map/use-map.ts'
import { ZoomButtons } from '#components/map/zoom-buttons.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import type { GeoPoint } from '#lib/core/domain/place.ts'
import type { Camera } from '#lib/core/view/view.ts'

type Props = { camera: Camera; point: GeoPoint | null; onPick(point: GeoPoint): void }

export function PlacePicker({ camera, point, onPick }: Props) {
  const t = useTranslations()
  const { container, map, state, isSchematic } = usePlaceMap(camera, onPick)
  useEffect(() => map?.show(point), [map, point])
  if (state === 'unavailable') return <p className="text-muted">{t('propose.place.noMap')}</p>
  return (
    <div
      data-map-state={state}
      className="relative h-64 overflow-hidden rounded-2xl border border-edge bg-map-ground sm:h-80 noscript:hidden"
    >
      <div ref={container} className="size-full" />
      {isSchematic && (
        <div className="pointer-events-none absolute bottom-2 left-3">
          <SchematicNote />
        </div>
      )}
      {map && (
        <div className="absolute right-2 bottom-10 flex flex-col gap-2">
          <MapButton label={t('propose.place.middle')} onPress={() => onPick(map.middle())}>
            <LineIcon of={Crosshair} />
          </MapButton>
          <ZoomButtons zoomBy={map.zoomBy} />
        </div>
      )}
    </div>
  )
}

function usePlaceMap(camera: Camera, onPick: Props['onPick']) {
  const t = useTranslations()
  const open = useCallback(
    async (place: MapSlot, signal: AbortSignal) => {
      const { openPickerMap } = await import('./picker-map.ts')
      const texts = {
        'Map.Title': t('propose.place.map'),
        'AttributionControl.ToggleAttribution': t('map.attribution'),
      }
      return openPickerMap({ ...place, camera, texts, onPick }, signal)
    },
    [camera, t, onPick],
  )
  return useMap(open)
}
