'use client'

/** Nearer and farther. */
import { Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { MapButton } from './map-buttons.tsx'

export function ZoomButtons({ zoomBy }: { zoomBy(steps: 1 | -1): void }) {
  const t = useTranslations('map')
  return (
    <>
      <MapButton label={t('zoomIn')} onPress={() => zoomBy(1)}>
        <Plus aria-hidden />
      </MapButton>
      <MapButton label={t('zoomOut')} onPress={() => zoomBy(-1)}>
        <Minus aria-hidden />
      </MapButton>
    </>
  )
}
