/** The head of tables that compare: an area per column, with a way to take it out. */
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePlanning } from '#lib/store/planning-store.ts'
import type { Subject } from '#lib/store/planning-subjects.ts'
import { AreaMark } from './area-mark.tsx'
import { useSubjectName } from './use-subject-name.ts'

type Props = { first: string; subjects: readonly Subject[]; canRemove?: boolean }

export function ComparedHead({ first, subjects, canRemove = false }: Props) {
  const t = useTranslations('planning.comparison')
  const nameOf = useSubjectName()
  return (
    <thead>
      <tr>
        <th scope="col" className="w-[26%] px-4 py-3 text-left align-bottom font-semibold text-muted text-sm">
          {first}
        </th>
        {subjects.map((subject) => (
          <th key={subject.key} scope="col" className="px-3 py-3 text-left align-bottom">
            <span className="flex items-center gap-2 print:flex-col print:items-start print:gap-1">
              <AreaMark subject={subject} small />
              <span className="min-w-0 font-bold leading-tight">
                {subject.mark && <span className="sr-only">{subject.mark}, </span>}
                {nameOf(subject)}
              </span>
              {canRemove && (
                <button
                  type="button"
                  aria-label={t('remove', { name: nameOf(subject) })}
                  onClick={() => usePlanning.getState().compare(subject.key, false)}
                  className="grid size-7 shrink-0 cursor-pointer place-items-center rounded-md text-muted hover:bg-paper print:hidden"
                >
                  <X aria-hidden className="size-3.5" />
                </button>
              )}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}
