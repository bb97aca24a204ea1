/** How an area is called on the page: by its district and what is near, a drawn one by its number. */
import { useTranslations } from 'next-intl'
import { useAreaName } from '#components/register/use-area-name.ts'
import type { Subject } from '#lib/client/store/planning-state.ts'

export function useSubjectName(): (subject: Subject) => string {
  const t = useTranslations('planning.subject')
  const nameOf = useAreaName()
  return ({ kind, name, landmark, mark }) =>
    kind === 'drawn' ? t('drawn', { mark }) : nameOf({ district: name, landmark: landmark ?? null })
}
