'use client'

/** The filter: kind, what is asked of spaces, disciplines and further conditions, each value with the number of entries it would bring. */
import { useTranslations } from 'next-intl'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { DisciplineFilter } from './discipline-filter.tsx'
import { DistrictFilter } from './district-filter.tsx'
import { KindSwitch } from './kind-switch.tsx'
import { SpaceFilter } from './space-filter.tsx'
import { TogglePill } from './toggle-pill.tsx'

export function FilterPanel() {
  const t = useTranslations('filter')
  // Spaces have no disciplines; one that was chosen before stays among the chips.
  const isSpaces = useExplorer((state) => state.filter.kind === 'space')
  const isRecent = useExplorer((state) => state.filter.isRecent)
  const isInView = useExplorer((state) => state.filter.isInView)
  const recent = useExplorer((state) => state.scan?.recent)
  const inView = useExplorer((state) => state.scan?.inView)
  const hasMap = useExplorer((state) => state.view !== null)
  const setFilter = useExplorer((state) => state.setFilter)
  return (
    <section
      aria-label={t('label')}
      className="space-y-2.5 px-4 pb-3 as-sheet:order-2 as-sheet:pt-3 print:hidden"
    >
      <KindSwitch />
      <SpaceFilter />
      {!isSpaces && <DisciplineFilter />}
      <div className="row-beyond-edge -mx-4 flex items-center gap-1.5 overflow-x-auto px-4 py-1 as-sheet:-my-1 beside:mx-0 beside:flex-wrap beside:overflow-visible beside:p-0">
        <DistrictFilter />
        <TogglePill
          name={t('recent')}
          meaning={t('recentMeaning')}
          count={recent}
          checked={isRecent}
          onChange={(checked) => setFilter({ isRecent: checked })}
        />
        {hasMap && (
          <TogglePill
            name={t('inView')}
            count={inView}
            checked={isInView}
            onChange={(checked) => setFilter({ isInView: checked })}
          />
        )}
      </div>
    </section>
  )
}
