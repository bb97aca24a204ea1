/** The name of a found area as it is read. */
import { useTranslations } from 'next-intl'
import type { AreaName } from '#lib/core/domain/area-name.ts'

export function useAreaName(): (name: AreaName) => string {
  const t = useTranslations('areaName')
  return ({ district, landmark }) => {
    const name = district || t('unnamed')
    return landmark ? t(`near.${landmark.kind}`, { district: name, name: landmark.name }) : name
  }
}
