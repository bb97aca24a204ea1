'use client'

/** The switch that colours the map by how dense the entries lie. */
import { Blend } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { MapButton } from '#components/map/map-buttons.tsx'
import { useDensity } from '#lib/client/store/density-store.ts'

export function DensityButton() {
  const t = useTranslations('density')
  const isOn = useDensity((state) => state.isOn)
  const turn = useDensity((state) => state.turn)
  return (
    <MapButton label={t('show')} isOn={isOn} onPress={() => turn(!isOn)}>
      <Blend aria-hidden />
    </MapButton>
  )
}
