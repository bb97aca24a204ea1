/** The map's own buttons: my position, and nearer and farther, joined. */
import { LocateFixed } from 'lucide'
import { useTranslations } from 'next-intl'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { MapButton } from './map-buttons.tsx'
import { useMapStage } from './map-stage.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

export function MapControlButtons() {
  const t = useTranslations('map')
  const controls = useMapStage((stage) => stage.controls)
  if (!controls) return null
  return (
    <>
      <MapButton label={t('position')} onPress={controls.showPosition}>
        <LineIcon of={LocateFixed} />
      </MapButton>
      <div className="flex flex-col [&>:first-child]:rounded-b-none [&>:last-child]:-mt-px [&>:last-child]:rounded-t-none">
        <ZoomButtons zoomBy={controls.zoomBy} />
      </div>
    </>
  )
}
