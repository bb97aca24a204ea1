'use client'

/** The one composition of map and panels; they meet in the store alone. */
import { useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect } from 'react'
import { SiteHeader } from '#components/frame/site-header.tsx'
import { SiteLinks } from '#components/frame/site-links.tsx'
import { DensityButton } from '#components/map/layers/density-button.tsx'
import { DensityCard } from '#components/map/layers/density-card.tsx'
import { GroupsButton } from '#components/map/layers/groups-button.tsx'
import { GroupsCard } from '#components/map/layers/groups-card.tsx'
import { MapCards } from '#components/map/map-cards.tsx'
import { MapView } from '#components/map/map-view.tsx'
import { FilterPanel } from '#components/panels/filter/filter-panel.tsx'
import { ConnectionNotice } from '#components/panels/results/connection-notice.tsx'
import { PrintHeader } from '#components/panels/results/print-header.tsx'
import { ResultList } from '#components/panels/results/result-list.tsx'
import { StackCard } from '#components/panels/results/stack-card.tsx'
import { SearchBox } from '#components/panels/search/search-box.tsx'
import { DemonstrationNotice } from '#components/register/demonstration-notice.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { useAddress } from '#lib/client/store/use-address.ts'
import { toExplorePath } from '#lib/core/view/paths.ts'
import type { Camera } from '#lib/core/view/view.ts'
import type { Published } from '#lib/server/pages/load-explorer.ts'
import { EarlySnapshot } from './early-snapshot.tsx'

type Props = {
  city: string
  camera: Camera
  published: Published
  /** The results as the server knows them. */
  children: ReactNode
  /** The card of the selected entry, which begins with the one that the path names. */
  card: ReactNode
}

export function Explorer({ city, camera, published, children, card }: Props) {
  const t = useTranslations()
  // Until the store has read the address, the address itself says it: nothing shifts.
  const isAsked = useSearchParams().get('t') === '1'
  const isTable = useExplorer((state) => (state.snapshot ? state.isTable : isAsked))
  const locale = useLocale()
  useAddress(
    useCallback((slug: string | null) => toExplorePath(locale, slug), [locale]),
    camera,
  )
  useEffect(() => {
    void useExplorer.getState().load(published.version)
  }, [published.version])
  return (
    <div
      data-explorer
      className="flex h-dvh flex-col mapless:h-auto mapless:min-h-dvh print:block print:h-auto"
    >
      <EarlySnapshot version={published.version} />
      <a
        href="#results"
        className="sr-only z-50 rounded-lg bg-seedling px-4 py-2 font-semibold text-on-seedling focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {t('site.skip')}
      </a>
      <SiteHeader city={city} />
      <main data-table={isTable} className="relative z-0 flex min-h-0 flex-1 mapless:flex-col print:flex-col">
        <h1 className="sr-only">{t('site.title', { city })}</h1>
        <PrintHeader title={t('site.title', { city })} />
        <Sheet
          subject="list"
          begins={isTable ? 'full' : 'half'}
          className="z-10 beside:w-[clamp(22rem,40%,24.5rem)] beside:shrink-0 beside:overflow-y-auto beside:border-line beside:border-r min-[100rem]:w-112 as-table:absolute as-table:inset-0 as-table:w-full as-table:overflow-hidden"
        >
          <div className="contents as-table:block as-table:w-98 as-table:shrink-0 as-table:overflow-y-auto as-table:border-line as-table:border-r min-[100rem]:as-table:w-112">
            <div className="sticky top-0 z-20 rounded-t-3xl bg-sheet px-4 pt-6 pb-3 beside:rounded-none beside:pt-3 print:hidden">
              <SearchBox />
            </div>
            <ConnectionNotice />
            <FilterPanel />
          </div>
          <div className="contents as-table:flex as-table:min-w-0 as-table:flex-1 as-table:flex-col">
            {/* The table lies over the map and what stands on it. */}
            {published.isDemonstration && isTable && <DemonstrationNotice className="mx-4 my-2" />}
            <ResultList home={camera}>{children}</ResultList>
            <SiteLinks
              place="as-sheet:order-4"
              className="flex flex-wrap gap-x-4 gap-y-2 border-line border-t px-4 py-4 text-muted text-sm"
            />
          </div>
        </Sheet>
        <div className="map-place bg-map-ground as-table:invisible as-table:ml-98 min-[100rem]:as-table:ml-112">
          <MapView camera={camera} sources={published.sources}>
            <DensityButton />
            <GroupsButton />
          </MapView>
          {published.isDemonstration && !isTable && (
            <DemonstrationNotice className="pointer-events-none absolute top-3 right-4 left-4 z-10 mx-auto beside:right-auto beside:mx-0 mapless:static mapless:mx-auto mapless:mt-2 print:static" />
          )}
          <MapCards>
            <DensityCard />
            <GroupsCard />
          </MapCards>
        </div>
        <StackCard />
        {card}
      </main>
    </div>
  )
}
