'use client'

/** The switch that colours the map by how dense the entries lie. */
import { Blend } from 'lucide'
import { useTranslations } from 'next-intl'
import { MapButton } from '#components/map/map-buttons.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useDensity } from '#lib/client/store/density-store.ts'

export function DensityButton() {
  const t = useTranslations('density')
  const isOn = useDensity((state) => state.isOn)
  const turn = useDensity((state) => state.turn)
  return (
    <MapButton label={t('show')} isOn={isOn} onPress={() => turn(!isOn)}>
      <LineIcon of={Blend} />
    </MapButton>
  )
}
