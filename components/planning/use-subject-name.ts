/** How an area is called on the page. */
import { useTranslations } from 'next-intl'
import type { Subject } from '#lib/store/planning-subjects.ts'

export function useSubjectName(): (subject: Subject) => string {
  const t = useTranslations('planning.subject')
  return ({ kind, name, mark }) => (kind === 'drawn' ? t('drawn', { mark }) : name || t('unnamed'))
}
