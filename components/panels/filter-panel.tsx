'use client'

/** The filter: search, kind, disciplines and further conditions, each value with the number of entries it would bring. */
import { useTranslations } from 'next-intl'
import { isNoFilter, NO_FILTER } from '#lib/domain/filter.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import { DisciplineFilter } from './discipline-filter.tsx'
import { DistrictFilter } from './district-filter.tsx'
import { KindSwitch } from './kind-switch.tsx'
import { SearchBox } from './search-box.tsx'
import { TogglePill } from './toggle-pill.tsx'

export function FilterPanel() {
  const t = useTranslations('filter')
  const filter = useExplorer((state) => state.filter)
  const scan = useExplorer((state) => state.scan)
  const hasMap = useExplorer((state) => state.view !== null)
  const setFilter = useExplorer((state) => state.setFilter)
  return (
    <section aria-label={t('label')} className="space-y-3 p-4">
      <SearchBox />
      <KindSwitch />
      <DisciplineFilter />
      <div className="flex flex-wrap items-center gap-1.5">
        <DistrictFilter />
        <TogglePill
          name={t('recent')}
          count={scan?.recent}
          checked={filter.isRecent}
          onChange={(isRecent) => setFilter({ isRecent })}
        />
        {hasMap && (
          <TogglePill
            name={t('inView')}
            count={scan?.inView}
            checked={filter.isInView}
            onChange={(isInView) => setFilter({ isInView })}
          />
        )}
        <button
          type="button"
          disabled={isNoFilter(filter)}
          onClick={() => setFilter(NO_FILTER)}
          className="ml-auto min-h-8 px-1 font-semibold text-muted text-sm underline-offset-2 enabled:cursor-pointer enabled:hover:underline disabled:invisible"
        >
          {t('reset')}
        </button>
      </div>
    </section>
  )
}
