'use client'

/** The twelve disciplines; several are joined by "or". */
import { useTranslations } from 'next-intl'
import { EntryGlyph } from '#components/register/entry-glyph.tsx'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { toggleCode } from '#lib/core/view/parameters.ts'
import { FilterTile, FilterTiles } from './filter-tiles.tsx'

export function DisciplineFilter() {
  const t = useTranslations()
  const chosen = useExplorer((state) => state.filter.disciplines)
  const counts = useExplorer((state) => state.scan?.byDiscipline)
  const setFilter = useExplorer((state) => state.setFilter)
  return (
    <FilterTiles legend={t('filter.discipline')}>
      {DISCIPLINES.map((discipline, index) => (
        <FilterTile
          key={discipline}
          glyph={<EntryGlyph discipline={discipline} />}
          name={t(`disciplines.${discipline}`)}
          count={counts?.[index]}
          checked={chosen.includes(discipline)}
          onChange={() => setFilter({ disciplines: toggleCode(chosen, discipline, DISCIPLINES) })}
        />
      ))}
    </FilterTiles>
  )
}
