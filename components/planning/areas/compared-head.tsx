/** The head of tables that compare: an area per column, with a way to take it out. */
import { X } from 'lucide'
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'
import type { Subject } from '#lib/client/store/planning-state.ts'
import type { SubjectKey } from '#lib/core/view/planning-view.ts'
import { AreaMark } from './area-mark.tsx'
import { useSubjectName } from './use-subject-name.ts'

type Props = {
  first: string
  subjects: readonly Subject[]
  /** Without it nothing can be taken out. */
  onRemove?(key: SubjectKey): void
}

/** A table that compares, and the heads of its rows, which stay where the rest is scrolled. */
export const COMPARED_TABLE =
  'w-full min-w-(--table-width) table-fixed border-collapse print:min-w-0 print:text-sm'
export const ROW_HEAD = 'sticky left-0 z-1 bg-sheet bg-clip-padding pr-2 pl-4 text-left print:static'

/** Two areas find room on a phone. */
export function toTableWidth(subjects: readonly Subject[]): CSSProperties {
  return { '--table-width': `${8 + 7 * subjects.length}rem` } as CSSProperties
}

export function ComparedHead({ first, subjects, onRemove }: Props) {
  const t = useTranslations('planning.comparison')
  const nameOf = useSubjectName()
  return (
    <thead>
      <tr>
        <th
          scope="col"
          className={`${ROW_HEAD} w-32 py-3 align-bottom font-semibold text-muted text-sm sm:w-[26%] print:w-[26%]`}
        >
          {first}
        </th>
        {subjects.map((subject) => (
          <th key={subject.key} scope="col" className="px-3 py-3 text-left align-bottom">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1 sm:flex-nowrap print:flex-col print:items-start">
              <AreaMark subject={subject} small />
              <span className="order-last min-w-0 basis-full hyphens-auto break-words font-bold text-sm leading-tight sm:order-none sm:basis-auto sm:text-base print:text-sm">
                {subject.mark && <span className="sr-only">{subject.mark}, </span>}
                {nameOf(subject)}
              </span>
              {onRemove && (
                <button
                  type="button"
                  aria-label={t('remove', { name: nameOf(subject) })}
                  onClick={() => onRemove(subject.key)}
                  className="ml-auto grid size-7 shrink-0 cursor-pointer place-items-center rounded-md text-muted hover:bg-paper sm:ml-0 print:hidden"
                >
                  <LineIcon of={X} className="size-3.5" />
                </button>
              )}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}
