'use client'

/** The twelve disciplines with glyph, name and count; several are joined by "or". On a phone a row that goes on beyond the edge. */
import { useFormatter, useTranslations } from 'next-intl'
import { EntryGlyph } from '#components/ui/entry-glyph.tsx'
import { DISCIPLINES, type Discipline } from '#lib/domain/discipline.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'

export function DisciplineFilter() {
  const t = useTranslations('filter')
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-semibold text-muted text-sm as-sheet:sr-only">{t('discipline')}</legend>
      <div className="row-beyond-edge -mx-4 flex as-sheet:-my-1 gap-1.5 overflow-x-auto px-4 py-1 beside:mx-0 beside:grid beside:grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] beside:overflow-visible beside:p-0">
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
  const checked = useExplorer((state) => state.filter.disciplines.includes(discipline))
  const count = useExplorer((state) => state.scan?.byDiscipline[DISCIPLINES.indexOf(discipline)])
  const toggle = () => {
    const { filter, setFilter } = useExplorer.getState()
    setFilter({
      disciplines: DISCIPLINES.filter((other) =>
        other === discipline ? !checked : filter.disciplines.includes(other),
      ),
    })
  }
  const id = `discipline-${discipline}`
  return (
    <label className="check relative flex min-h-11 shrink-0 cursor-pointer items-center gap-2 rounded-xl px-2 text-sm leading-[1.1] beside:min-h-9.5 beside:px-1.5">
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
