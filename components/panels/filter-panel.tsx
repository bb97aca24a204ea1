'use client'

/** The filter: search, kind and disciplines, each value with the number of entries it would bring. */
import { Search } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { EntryGlyph } from '#components/ui/entry-glyph.tsx'
import { DISCIPLINES, type Discipline } from '#lib/domain/discipline.ts'
import { KINDS } from '#lib/domain/entry.ts'
import { isNoFilter, MAX_QUERY_LENGTH, NO_FILTER } from '#lib/domain/filter.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'

export function FilterPanel() {
  const t = useTranslations('filter')
  const filter = useExplorer((state) => state.filter)
  const setFilter = useExplorer((state) => state.setFilter)
  return (
    <section aria-label={t('label')} className="space-y-3 p-4">
      <search className="flex h-11 items-center gap-2 rounded-xl border border-edge bg-paper px-3">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <input
          type="search"
          aria-label={t('search')}
          placeholder={t('placeholder')}
          maxLength={MAX_QUERY_LENGTH}
          value={filter.query}
          onChange={(event) => setFilter({ query: event.target.value })}
          className="w-full bg-transparent outline-none placeholder:text-muted"
        />
      </search>
      <KindSwitch />
      <fieldset>
        <legend className="float-left font-semibold text-muted text-sm">{t('discipline')}</legend>
        <div className="mb-2 text-right">
          <button
            type="button"
            disabled={isNoFilter(filter)}
            onClick={() => setFilter(NO_FILTER)}
            className="min-h-6 font-semibold text-muted text-sm underline-offset-2 enabled:cursor-pointer enabled:hover:underline disabled:invisible"
          >
            {t('reset')}
          </button>
        </div>
        <div className="-mx-4 flex gap-1.5 overflow-x-auto px-4 py-1 lg:mx-0 lg:grid lg:grid-cols-2 lg:overflow-visible lg:p-0">
          {DISCIPLINES.map((discipline) => (
            <DisciplineTile key={discipline} discipline={discipline} />
          ))}
        </div>
      </fieldset>
    </section>
  )
}

function KindSwitch() {
  const t = useTranslations('filter')
  const format = useFormatter()
  const filter = useExplorer((state) => state.filter)
  const scan = useExplorer((state) => state.scan)
  const setFilter = useExplorer((state) => state.setFilter)
  const counts = scan && [scan.byKind.reduce((sum, count) => sum + count), ...scan.byKind]
  const values = [null, ...KINDS] as const
  return (
    <fieldset className="grid grid-cols-3 rounded-xl border border-line bg-paper p-1">
      <legend className="sr-only">{t('kind')}</legend>
      {values.map((kind, index) => (
        <label
          key={kind ?? 'all'}
          className="relative flex min-h-8 cursor-pointer items-center justify-center gap-1.5 rounded-lg font-semibold text-muted text-sm has-checked:bg-sheet has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-3 has-focus-visible:outline-seedling"
        >
          <input
            type="radio"
            name="k"
            className="absolute inset-0 size-full cursor-pointer opacity-0"
            checked={filter.kind === kind}
            onChange={() => setFilter({ kind })}
          />
          {t(kind ?? 'all')}
          <span className="tabular-nums">{counts && format.number(counts[index] ?? 0)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function DisciplineTile({ discipline }: { discipline: Discipline }) {
  const t = useTranslations('disciplines')
  const format = useFormatter()
  const filter = useExplorer((state) => state.filter)
  const scan = useExplorer((state) => state.scan)
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
    <label className="relative flex min-h-11 shrink-0 cursor-pointer items-center gap-2 rounded-xl border border-line bg-sheet px-2 text-sm leading-tight has-checked:border-ink has-checked:ring-1 has-checked:ring-ink has-focus-visible:outline-3 has-focus-visible:outline-seedling">
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
        {scan && format.number(scan.byDiscipline[DISCIPLINES.indexOf(discipline)] ?? 0)}
      </span>
    </label>
  )
}
