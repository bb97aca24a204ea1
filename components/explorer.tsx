'use client'

/** The one composition of map and panels; they meet in the store alone. */
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect } from 'react'
import { toExplorePath } from '#lib/domain/paths.ts'
import type { Camera } from '#lib/domain/view.ts'
import { useExplorer } from '#lib/store/explorer-store.ts'
import { useAddress } from '#lib/store/use-address.ts'
import { MapLegend } from './map/map-legend.tsx'
import { MapView } from './map/map-view.tsx'
import { FilterPanel } from './panels/filter-panel.tsx'
import { ResultList } from './panels/result-list.tsx'
import { StackCard } from './panels/stack-card.tsx'
import { SiteHeader } from './site-header.tsx'

type Props = {
  city: string
  camera: Camera
  isDemonstration: boolean
  /** The results as the server knows them. */
  children: ReactNode
  /** The card of the selected entry, which begins with the one that the path names. */
  card: ReactNode
}

export function Explorer({ city, camera, isDemonstration, children, card }: Props) {
  const t = useTranslations()
  const isTable = useExplorer((state) => state.isTable)
  const locale = useLocale()
  useAddress(
    useCallback((slug: string | null) => toExplorePath(locale, slug), [locale]),
    camera,
  )
  useEffect(() => {
    void useExplorer.getState().load()
  }, [])
  return (
    <div className="flex min-h-dvh flex-col lg:h-dvh">
      <a
        href="#results"
        className="sr-only z-50 rounded-lg bg-seedling px-4 py-2 font-semibold text-on-seedling focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {t('site.skip')}
      </a>
      <SiteHeader city={city} />
      <main data-table={isTable} className="relative flex min-h-0 flex-1 flex-col lg:flex-row">
        <h1 className="sr-only">{t('site.title', { city })}</h1>
        <div className="relative z-10 order-2 -mt-5 rounded-t-3xl border-line border-t bg-sheet lg:order-1 lg:mt-0 lg:w-98 lg:shrink-0 lg:overflow-y-auto lg:rounded-none lg:border-t-0 lg:border-r as-table:absolute as-table:inset-0 as-table:flex as-table:w-full as-table:overflow-hidden">
          <div aria-hidden className="mx-auto mt-2 h-1 w-12 rounded-full bg-line lg:hidden" />
          <div className="as-table:w-98 as-table:shrink-0 as-table:overflow-y-auto as-table:border-line as-table:border-r">
            <FilterPanel />
          </div>
          <ResultList home={camera}>{children}</ResultList>
        </div>
        <div className="sticky top-14 order-1 h-[52dvh] bg-map-ground lg:relative lg:top-0 lg:order-2 lg:h-auto lg:flex-1 as-table:ml-98">
          {/* The table lies over the map, which keeps its size and stays out of the way of keyboard and screen reader. */}
          <div className="contents as-table:invisible">
            <MapView camera={camera} />
            {isDemonstration && (
              <p className="pointer-events-none absolute top-3 right-4 left-4 z-10 mx-auto w-fit lg:right-auto lg:mx-0 rounded-full border border-notice-line bg-notice-ground px-4 py-1.5 font-semibold text-notice text-sm">
                {t('demonstration')}
              </p>
            )}
            <MapLegend />
          </div>
          <StackCard />
          {card}
        </div>
      </main>
    </div>
  )
}
