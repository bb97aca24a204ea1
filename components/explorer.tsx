'use client'

/** The one composition of map and panels. The map's code comes after the list is readable. */
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { Camera } from '#lib/domain/view.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import { useAddress } from '#lib/store/use-address.ts'
import { EntryCard } from './panels/entry-card.tsx'
import { FilterPanel } from './panels/filter-panel.tsx'
import { type FirstResult, ResultList } from './panels/result-list.tsx'

const ExploreMap = dynamic(() => import('./map/explore-map.tsx').then((module) => module.ExploreMap), {
  ssr: false,
  loading: () => <div data-map-state="loading" className="absolute inset-0 bg-map-ground" />,
})

type Props = { first: FirstResult[]; total: number; camera: Camera; demonstration: boolean }

export function Explorer({ first, total, camera, demonstration }: Props) {
  const t = useTranslations()
  const load = useExplorer((state) => state.load)
  useAddress()
  useEffect(() => void load(), [load])
  return (
    <div className="flex min-h-0 flex-1 flex-col-reverse lg:flex-row">
      <div className="h-1/2 overflow-y-auto bg-sheet lg:h-auto lg:w-98 lg:border-line lg:border-r">
        <FilterPanel />
        <ResultList first={first} total={total} />
      </div>
      <div className="relative h-1/2 flex-1 lg:h-auto">
        <ExploreMap camera={camera} />
        {demonstration && (
          <p className="pointer-events-none absolute top-3 left-1/2 w-max -translate-x-1/2 rounded-full border border-notice-line bg-notice-ground px-4 py-1 font-semibold text-notice text-sm">
            {t('demonstration')}
          </p>
        )}
        <EntryCard />
      </div>
    </div>
  )
}
