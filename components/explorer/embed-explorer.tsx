'use client'

/** Map and list in somebody else's page: what the address filters, and a line that leads to the whole. */
import { useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect } from 'react'
import { MapView } from '#components/map/map-view.tsx'
import { EntryCard } from '#components/panels/entry/entry-card.tsx'
import { ResultList } from '#components/panels/results/result-list.tsx'
import { StackCard } from '#components/panels/results/stack-card.tsx'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { useAddress } from '#lib/client/store/use-address.ts'
import { type EmbedPart, toWholePath } from '#lib/core/view/embed.ts'
import type { Camera } from '#lib/core/view/view.ts'
import type { Published } from '#lib/server/pages/load-explorer.ts'
import { EarlySnapshot } from './early-snapshot.tsx'

type Props = {
  city: string
  camera: Camera
  part: EmbedPart
  published: Published
  /** The results as the server knows them. */
  children: ReactNode
}

export function EmbedExplorer({ city, camera, part, published, children }: Props) {
  const t = useTranslations()
  const locale = useLocale()
  // An open card does not change a frame's path: nobody sees it, and reloading brings back what was built in.
  useAddress(
    useCallback(() => `/${locale}/embed`, [locale]),
    camera,
  )
  useEffect(() => {
    void useExplorer.getState().load(published.version)
  }, [published.version])
  return (
    <div data-explorer className="flex h-dvh flex-col [--header:0px] [--search:0px]">
      <EarlySnapshot version={published.version} />
      <main className="relative z-0 flex min-h-0 flex-1 flex-col bg-sheet sm:flex-row">
        <h1 className="sr-only">{t('site.title', { city })}</h1>
        {part !== 'map' && (
          <div
            className={`order-2 min-h-0 flex-1 overflow-y-auto sm:order-1 ${part === 'both' ? 'border-line border-t sm:w-80 sm:flex-none sm:border-t-0 sm:border-r' : ''}`}
          >
            <ResultList home={camera} hasTools={false}>
              {children}
            </ResultList>
          </div>
        )}
        {part !== 'list' && (
          <div className="relative order-1 min-h-0 flex-1 bg-map-ground as-sheet:[--map-foot:2.75rem] sm:order-2">
            <MapView camera={camera} sources={published.sources} />
          </div>
        )}
        <StackCard />
        <EntryCard first={null} linkTarget="_blank" />
      </main>
      <footer className="flex min-h-9 flex-wrap items-center gap-x-4 border-line border-t bg-sheet px-4 py-1 text-sm">
        <WholeLink />
        {published.isDemonstration && <p className="text-notice">{t('demonstration')}</p>}
      </footer>
    </div>
  )
}

function WholeLink() {
  const t = useTranslations()
  const search = useSearchParams().toString()
  return (
    <a
      href={toWholePath(useLocale(), search)}
      target="_blank"
      rel="noopener"
      className="inline-flex min-h-7 items-center gap-1.5 font-semibold underline-offset-2 hover:underline"
    >
      {t('site.name')}
      <span aria-hidden>·</span>
      <span className="text-seedling">{t('embed.open')}</span>
    </a>
  )
}
