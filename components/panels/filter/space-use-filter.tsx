'use client'

/** What spaces are good for; several uses are joined by "or". */
import { useTranslations } from 'next-intl'
import { EntryGlyph } from '#components/register/entry-glyph.tsx'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { SPACE_USES } from '#lib/core/domain/entry.ts'
import { toggleCode } from '#lib/core/view/parameters.ts'
import { FilterTile, FilterTiles } from './filter-tiles.tsx'

export function SpaceUseFilter() {
  const t = useTranslations()
  const chosen = useExplorer((state) => state.filter.uses)
  const counts = useExplorer((state) => state.scan?.bySpaceValue.uses)
  const setFilter = useExplorer((state) => state.setFilter)
  return (
    <FilterTiles legend={t('spaceFilter.fields.uses.label')}>
      {SPACE_USES.map((use, index) => (
        <FilterTile
          key={use}
          glyph={<EntryGlyph use={use} />}
          name={t(`uses.${use}`)}
          count={counts?.[index]}
          checked={chosen.includes(use)}
          onChange={() => setFilter({ uses: toggleCode(chosen, use, SPACE_USES) })}
        />
      ))}
    </FilterTiles>
  )
}
