'use client'

/** The twelve disciplines with glyph, name and count; several are joined by "or". */
import { useFormatter, useTranslations } from 'next-intl'
import { EntryGlyph } from '#components/ui/entry-glyph.tsx'
import { DISCIPLINES, type Discipline } from '#lib/domain/discipline.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'

export function DisciplineFilter() {
  const t = useTranslations('filter')
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold text-muted text-sm">{t('discipline')}</legend>
      <div className="-mx-4 flex gap-1.5 overflow-x-auto px-4 py-1 lg:mx-0 lg:grid lg:grid-cols-2 lg:overflow-visible lg:p-0">
        {DISCIPLINES.map((discipline) => (
          <DisciplineTile key={discipline} discipline={discipline} />
        ))}
      </div>
    </fieldset>
  )
}

function DisciplineTile({ discipline }: { discipline: Discipline }) {
  const t = useTranslations('disciplines')
  const format = useFormatter()
  const filter = useExplorer((state) => state.filter)
  const count = useExplorer((state) => state.scan?.byDiscipline[DISCIPLINES.indexOf(discipline)])
  const setFilter = useExplorer((state) => state.setFilter)
  const checked = filter.disciplines.includes(discipline)
  const toggle = () =>
    setFilter({
      disciplines: DISCIPLINES.filter((other) =>
        other === discipline ? !checked : filter.disciplines.includes(other),
      ),
    })
  const id = `discipline-${discipline}`
  return (
    <label className="relative flex min-h-11 shrink-0 cursor-pointer items-center gap-2 rounded-xl border border-line bg-sheet px-2 text-sm leading-tight has-checked:border-ink has-checked:ring-1 has-checked:ring-ink has-focus-visible:outline-3 has-focus-visible:outline-seedling lg:min-h-10">
      <input
        type="checkbox"
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        checked={checked}
        onChange={toggle}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-count`}
      />
      <EntryGlyph discipline={discipline} />
      <span id={`${id}-name`} className="min-w-0 flex-1 hyphens-auto break-words font-medium">
        {t(discipline)}
      </span>
      <span id={`${id}-count`} className="text-muted tabular-nums">
        {count !== undefined && format.number(count)}
      </span>
    </label>
  )
}
