'use client'

/** Nearer and farther. */
import { Minus, Plus } from 'lucide'
import { useTranslations } from 'next-intl'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { MapButton } from './map-buttons.tsx'

export function ZoomButtons({ zoomBy }: { zoomBy(steps: 1 | -1): void }) {
  const t = useTranslations('map')
  return (
    <>
      <MapButton label={t('zoomIn')} onPress={() => zoomBy(1)}>
        <LineIcon of={Plus} />
      </MapButton>
      <MapButton label={t('zoomOut')} onPress={() => zoomBy(-1)}>
        <LineIcon of={Minus} />
      </MapButton>
    </>
  )
}
