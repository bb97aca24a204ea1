/** How an area is called on the page: by its district and what is near, a drawn one by its number. */
import { useTranslations } from 'next-intl'
import type { Subject } from '#lib/store/planning-subjects.ts'

export function useSubjectName(): (subject: Subject) => string {
  const t = useTranslations('planning.subject')
  return ({ kind, name, landmark, mark }) => {
    if (kind === 'drawn') return t('drawn', { mark })
    const district = name || t('unnamed')
    return landmark ? t(`near.${landmark.kind}`, { district, name: landmark.name }) : district
  }
}
