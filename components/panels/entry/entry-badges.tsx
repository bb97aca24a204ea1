/** What an entry is: its primary discipline in its colour, or the use of a space in ink, and the secondary ones in outline. */
import { useTranslations } from 'next-intl'
import type { Discipline } from '#lib/core/domain/discipline.ts'
import type { EntryMark } from '#lib/core/domain/listed-entry.ts'

type Props = { mark: EntryMark; others: readonly Discipline[] }

export function EntryBadges({ mark, others }: Props) {
  const t = useTranslations()
  const colors =
    mark.kind === 'business'
      ? {
          background: `var(--discipline-${mark.discipline})`,
          color: `var(--on-discipline-${mark.discipline})`,
        }
      : { background: 'var(--ink)', color: 'var(--sheet)' }
  return (
    <ul className="flex flex-wrap gap-1.5 font-semibold text-sm">
      <li
        style={colors}
        className="rounded-md border border-transparent px-2 py-px [print-color-adjust:exact]"
      >
        {mark.kind === 'business' ? t(`disciplines.${mark.discipline}`) : t(`uses.${mark.use}`)}
      </li>
      {others.map((discipline) => (
        <li key={discipline} className="rounded-md border border-edge px-2 py-px font-medium">
          {t(`disciplines.${discipline}`)}
        </li>
      ))}
    </ul>
  )
}
