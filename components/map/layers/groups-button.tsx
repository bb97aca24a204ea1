'use client'

/** The switch that shows which businesses form groups. */
import { CircleDashed } from 'lucide'
import { useTranslations } from 'next-intl'
import { MapButton } from '#components/map/map-buttons.tsx'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useGroups } from '#lib/client/store/groups-store.ts'

export function GroupsButton() {
  const t = useTranslations('groups')
  const isOn = useGroups((state) => state.isOn)
  const turn = useGroups((state) => state.turn)
  return (
    <MapButton label={t('show')} isOn={isOn} onPress={() => turn(!isOn)}>
      <LineIcon of={CircleDashed} />
    </MapButton>
  )
}
